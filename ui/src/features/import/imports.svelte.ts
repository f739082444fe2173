// Which import is in the wizard and which ones wait for it, and whether the list of imports is open. The files are chosen
// and read by the core; a draft of them arrives as an event, at any time, and none is lost.
import { asCommandError, call } from '$lib/api';
import type { ApiError, DeskEvent, FileReport, ImportDraft } from '$lib/api/generated';
import { Wizard } from './wizard.svelte';

/** An import that may be taken back. */
export interface Undoable {
  id: number;
  files: readonly FileReport[];
}

export class Imports {
  wizard = $state.raw<Wizard | null>(null);
  /** Drafts that came while another one was in the wizard. */
  waiting = $state.raw<readonly ImportDraft[]>([]);
  listOpen = $state(false);
  undoing = $state.raw<Undoable | null>(null);
  /** Why no file could be chosen. */
  failure = $state.raw<ApiError | null>(null);

  /** Whether something of imports is to be seen over the desk. */
  get asked(): boolean {
    return this.wizard !== null || this.listOpen || this.undoing !== null || this.failure !== null;
  }

  /** Opens the system's file dialog. What comes of it arrives as events. */
  async choose(): Promise<void> {
    try {
      await call('choose_import_files', {});
    } catch (reason) {
      this.failure = asCommandError(reason).error;
    }
  }

  hear(event: DeskEvent): void {
    if (event.event === 'importDrafted') this.#take(event.draft);
    else if ('draft' in event && event.draft === this.wizard?.id) this.wizard.hear(event);
  }

  #take(draft: ImportDraft): void {
    if (!this.wizard) this.wizard = new Wizard(draft);
    else if (this.wizard.id === draft.id && this.wizard.takesFiles) this.wizard.update(draft);
    else this.waiting = [...this.waiting.filter((other) => other.id !== draft.id), draft];
  }

  /** Puts the import in the wizard away and takes the next one that waits. */
  close(): void {
    const [next, ...others] = this.waiting;
    if (next?.id !== this.wizard?.id) this.wizard?.drop();
    this.waiting = others;
    this.wizard = next ? new Wizard(next) : null;
  }

  showList(): void {
    this.listOpen = true;
  }

  undo(importToUndo: Undoable): void {
    this.undoing = importToUndo;
  }

  reset(): void {
    this.wizard = null;
    this.waiting = [];
    this.listOpen = false;
    this.undoing = null;
    this.failure = null;
  }
}

export const imports = new Imports();
