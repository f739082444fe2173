// One import on its way through the wizard: its files, how their columns are understood, the dry run, the writing, the
// report. What is done happens in the core; what comes of it arrives as events. The rows of the dry run are in `foreseen`.
import { asCommandError, call } from '$lib/api';
import type {
  ApiError,
  DeskEvent,
  DraftFile,
  ForeseenSummary,
  ImportDraft,
  ImportPhase,
  ImportReport,
  Mapping,
} from '$lib/api/generated';
import { Foreseen } from './foreseen.svelte';
import { blank, isRight } from './mapping';

export type Step = 'files' | 'mapping' | 'check' | 'done';

export interface Working {
  phase: ImportPhase;
  done: number;
  total: number;
  cancelling: boolean;
}

/** A file with the mapping that is chosen for it. */
export interface WizardFile extends DraftFile {
  /** `null` for a file that has none, such as JSON. */
  mapping: Mapping | null;
  /** Whether it is no longer what was recognised. */
  changed: boolean;
  /** Whether that is kept under no name. */
  unsaved: boolean;
}

function wizardFile(file: DraftFile): WizardFile {
  const { look } = file;
  const isTable = look !== null && look.columns.length > 0;
  return { ...file, mapping: isTable ? (look.mapping ?? blank(look)) : null, changed: false, unsaved: false };
}

/** Takes over what was chosen for the file before, as long as it has the same columns. */
function withChoices(file: WizardFile, before: WizardFile | undefined): WizardFile {
  const headings = ({ mapping }: WizardFile) => JSON.stringify(mapping?.columns.map(({ heading }) => heading));
  if (!before?.changed || before.name !== file.name || headings(before) !== headings(file)) return file;
  return { ...file, mapping: before.mapping, changed: true, unsaved: before.unsaved };
}

export class Wizard {
  readonly id: number;
  files = $state.raw<readonly WizardFile[]>([]);
  step = $state<Step>('files');
  working = $state.raw<Working | null>(null);
  report = $state.raw<ImportReport | null>(null);
  /** Why nothing came of the last dry run or import; `null` while nothing failed. */
  failure = $state.raw<ApiError | null>(null);
  /** Whether the last one was cancelled. */
  cancelled = $state(false);
  readonly foreseen: Foreseen;
  /** Whether mappings or files changed since the last dry run. */
  #stale = true;
  #comingFrom: Step = 'files';
  #removing: Promise<void> | null = null;

  constructor(draft: ImportDraft) {
    this.id = draft.id;
    this.files = draft.files.map(wizardFile);
    this.foreseen = new Foreseen(draft.id);
  }

  /** The places of the files whose columns can be mapped. */
  tables = $derived(this.files.flatMap((file, at) => (file.mapping && !file.problem ? [at] : [])));
  /** Whether there is anything to read at all. */
  readable = $derived(this.files.some((file) => !file.problem));
  mapped = $derived(this.tables.every((at) => isRight(this.files[at]?.mapping ?? blankMapping)));
  /** Whether the user has to look at the columns before they are compared. */
  mustMap = $derived(
    this.tables.some((at) => {
      const file = this.files[at];
      if (!file?.mapping) return false;
      return (file.look?.format === 'table' && file.savedMapping === null) || !isRight(file.mapping);
    }),
  );
  /** Whether other files can still come in. */
  takesFiles = $derived(this.step !== 'done' && this.working?.phase !== 'writing');
  /** Whether closing would lose what the user chose. */
  edited = $derived(this.step !== 'done' && this.files.some((file) => file.unsaved));

  /**
   * The draft anew: files were added to it, or one was taken out. What was chosen for the others stays; a dry run that is
   * under way is of other files, and over.
   */
  update(draft: ImportDraft, without?: number): void {
    const before = without === undefined ? this.files : this.files.filter((_, at) => at !== without);
    this.files = draft.files.map((file, at) => withChoices(wizardFile(file), before[at]));
    this.#stale = true;
    this.foreseen.forget();
    this.working = null;
    this.step = 'files';
  }

  setMapping(at: number, mapping: Mapping, unsaved = true): void {
    this.#change(at, { mapping, unsaved, changed: true });
    this.#stale = true;
  }

  /** Notes that a mapping was saved: closing loses nothing of it any more. */
  noteSaved(at: number): void {
    this.#change(at, { unsaved: false });
  }

  #change(at: number, change: Partial<WizardFile>): void {
    this.files = this.files.map((file, other) => (other === at ? { ...file, ...change } : file));
  }

  async addFiles(): Promise<void> {
    await this.#ask(() => call('add_draft_files', { draft: this.id }));
  }

  /** One after the other: the places of the files that stay are others once one is gone. */
  async removeFile(at: number): Promise<void> {
    if (this.#removing) return;
    this.#removing = this.#ask(async () =>
      this.update(await call('remove_draft_file', { draft: this.id, file: at }), at),
    );
    await this.#removing;
    this.#removing = null;
  }

  goTo(step: Step): void {
    if (this.working) return;
    if (this.#removing) {
      // On with the files that are left: a dry run of those before would be over as soon as it has begun.
      void this.#removing.then(() => this.goTo(step));
      return;
    }
    this.failure = null;
    this.cancelled = false;
    if (step === 'check') void this.check();
    else this.step = step;
  }

  /** On from the first step: to the columns if someone has to look at them, else to the dry run. */
  goOn(): void {
    this.goTo(this.step === 'files' && this.mustMap ? 'mapping' : 'check');
  }

  back(): void {
    this.goTo(this.step === 'check' && this.tables.length > 0 ? 'mapping' : 'files');
  }

  /** Starts the dry run, unless the one that is there still holds. */
  async check(): Promise<void> {
    const from = this.step;
    this.step = 'check';
    if (!this.#stale && this.foreseen.summary) return;
    this.foreseen.forget();
    this.#comingFrom = from === 'check' ? 'files' : from;
    this.#begin('comparing');
    const mappings = this.files.map((file) => (needsMapping(file) ? file.mapping : null));
    await this.#ask(() => call('foresee_import', { draft: this.id, mappings }));
  }

  async apply(): Promise<void> {
    if (this.working) return;
    this.#begin('writing');
    await this.#ask(() => call('apply_import', { draft: this.id }));
  }

  async cancel(): Promise<void> {
    if (!this.working || this.working.cancelling) return;
    this.working = { ...this.working, cancelling: true };
    await this.#ask(() => call('cancel_import', { draft: this.id }));
  }

  /** Forgets the draft in the core. It is no matter if that fails: it ends with the program. */
  drop(): void {
    call('drop_draft', { draft: this.id }).catch((reason: unknown) => console.error('the draft stays', reason));
  }

  hear(event: DeskEvent): void {
    if (!('draft' in event)) return;
    switch (event.event) {
      case 'importProgress': {
        const { phase, done, total } = event;
        if (this.working) this.working = { ...this.working, phase, done, total };
        break;
      }
      case 'importForeseen':
        // One that was given up, because other files are in the draft by now.
        if (!this.working) break;
        this.working = null;
        this.#stale = false;
        this.step = 'check';
        this.foreseen.show(event.summary);
        break;
      case 'importFinished':
        this.working = null;
        this.report = event.report;
        this.step = 'done';
        break;
      case 'importStopped':
        this.#stopped(event.error);
        break;
    }
  }

  #begin(phase: ImportPhase): void {
    this.failure = null;
    this.cancelled = false;
    this.working = { phase, done: 0, total: 0, cancelling: false };
  }

  #stopped(error: ApiError | null): void {
    if (!this.working) return;
    const { phase } = this.working;
    this.working = null;
    this.failure = error;
    this.cancelled = error === null;
    if (phase === 'comparing') this.step = this.#comingFrom;
  }

  /** A command that the core refuses at once is a dry run or an import that came to nothing. */
  async #ask(run: () => Promise<unknown>): Promise<void> {
    this.failure = null;
    try {
      await run();
    } catch (reason) {
      const { error } = asCommandError(reason);
      if (this.working && !this.working.cancelling) this.#stopped(error);
      else this.failure = error;
    }
  }
}

const blankMapping: Mapping = {
  columns: [],
  leadType: null,
  currency: null,
  dateOrder: 'yearMonthDay',
  decimalMark: 'point',
};

/** A known format is read by its own rules until the user says otherwise. */
function needsMapping(file: WizardFile): boolean {
  if (!file.mapping || file.problem) return false;
  return file.changed || file.look?.format === 'table';
}

/** What will be done with the rows, decisions on doubtful ones included. */
export function intended({ counts, add, fillIn, leaveOut }: ForeseenSummary) {
  const added = counts.added + add;
  const updated = counts.updated + fillIn;
  return { added, updated, leads: added + updated, leaveOut };
}
