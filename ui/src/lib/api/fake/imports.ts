// The fake's imports: drafts with the rows that their dry run shall show, the list of imports and what undoing one would
// do, saved mappings, the watched folder and what arrived by it. No file is read.
import type {
  Arrival,
  Counts,
  Decision,
  DeskEvent,
  DraftFile,
  FileReport,
  ForeseenRow,
  ForeseenSummary,
  ImportEntry,
  ImportPhase,
  ImportUndo,
  Mapping,
  Outcome,
  WatchedFolder,
} from '../generated';
import { refuse, type Handlers } from './handlers';

export interface FakeDraft {
  id: number;
  files: DraftFile[];
  /** What its dry run shows. */
  rows: ForeseenRow[];
}

interface Core {
  now: number;
  emit: (event: DeskEvent) => void;
}

const of = (rows: readonly ForeseenRow[], outcome: Outcome) => rows.filter((row) => row.outcome === outcome);

function counted(rows: readonly ForeseenRow[]): Counts {
  const count = (outcome: Outcome) => of(rows, outcome).length;
  return {
    added: count('added'),
    updated: count('updated'),
    unchanged: count('unchanged'),
    doubtful: count('doubtful'),
    setAside: count('setAside'),
    refused: count('refused'),
  };
}

export class FakeImports {
  imports: ImportEntry[] = [];
  arrivals: Arrival[] = [];
  watched: WatchedFolder = { path: null, mapping: null, problem: null };
  /** What the system's folder dialog answers. */
  folder: string | null = '/home/alex/Leads';
  /** What the system's file dialogs answer. */
  picked: FakeDraft | null = null;
  savedAs: string | null = 'failed-rows.csv';
  mappings = new Map<string, Mapping>();
  undo = new Map<number, ImportUndo>();
  /** Whether dry runs and imports stand still on their way, until `goOn` or a cancel. */
  held = false;
  readonly #core: Core;
  readonly #drafts = new Map<number, FakeDraft>();
  #goOn: (() => void) | null = null;
  #lastId = 500;

  constructor(core: Core) {
    this.#core = core;
  }

  /** Files were picked or dropped. */
  offer(draft: FakeDraft): void {
    this.#drafts.set(draft.id, draft);
    this.#core.emit({ event: 'importDrafted', draft: { id: draft.id, files: draft.files } });
  }

  /** Lets what stands still come to its end. */
  goOn(): void {
    this.#goOn?.();
  }

  #draft(id: number): FakeDraft {
    return this.#drafts.get(id) ?? refuse({ code: 'notFound' });
  }

  /** Says how far it is, and then, unless it is held, what came of it. */
  #work(draft: number, phase: ImportPhase, finished: () => DeskEvent): void {
    const { emit } = this.#core;
    this.#goOn = () => {
      this.#goOn = null;
      emit(finished());
    };
    setTimeout(() => {
      emit({ event: 'importProgress', draft, phase, done: 420, total: 1000 });
      if (!this.held) this.goOn();
    });
  }

  #summary({ files, rows }: FakeDraft): ForeseenSummary {
    const decided = (decision: Decision) =>
      of(rows, 'doubtful').filter((row) => row.foreseen.doubt?.decision === decision).length;
    return {
      counts: counted(rows),
      files: files.map((file, at) => ({
        name: file.name,
        counts: counted(rows.filter((row) => row.file === at)),
        problem: file.problem,
      })),
      add: decided('add'),
      fillIn: decided('fillIn'),
      leaveOut: decided('leaveOut'),
    };
  }

  #reports({ files, rows }: FakeDraft): FileReport[] {
    return files.map((file, at) => {
      const own = rows.filter((row) => row.file === at);
      const counts = counted(own);
      const decided = (decision: Decision) => own.filter((row) => row.foreseen.doubt?.decision === decision).length;
      return {
        name: file.name,
        problem: file.problem,
        added: counts.added + decided('add'),
        updated: counts.updated + decided('fillIn'),
        unchanged: counts.unchanged,
        leftOut: decided('leaveOut'),
        setAside: counts.setAside,
        refused: counts.refused,
      };
    });
  }

  #applied(draft: FakeDraft): DeskEvent {
    const files = this.#reports(draft);
    const id = ++this.#lastId;
    const by = { kind: 'user', name: 'Alex' } as const;
    this.imports = [{ id, at: this.#core.now, by, files, undoneAt: null }, ...this.imports];
    this.#core.emit({ event: 'changed', leads: [], reminders: true, settings: false });
    return { event: 'importFinished', draft: draft.id, report: { importId: id, files } };
  }

  #foresee(id: number): ImportUndo {
    const done = this.imports.find((entry) => entry.id === id) ?? refuse({ code: 'notFound' });
    if (done.undoneAt !== null) refuse({ code: 'notAllowed', why: { rule: 'takenBack' } });
    const sum = (count: (file: FileReport) => number) => done.files.reduce((all, file) => all + count(file), 0);
    return (
      this.undo.get(id) ?? {
        removed: sum((file) => file.added),
        restored: sum((file) => file.updated),
        touched: [],
        touchedTotal: 0,
      }
    );
  }

  #names() {
    return { names: [...this.mappings.keys()].sort() };
  }

  #watch(change: Partial<WatchedFolder>): WatchedFolder {
    this.watched = { ...this.watched, ...change };
    this.#core.emit({ event: 'watchChanged' });
    return this.watched;
  }

  readonly handlers = {
    choose_import_files: () => {
      if (this.picked) this.offer(this.picked);
      return {};
    },
    add_draft_files: ({ draft }) => {
      const open = this.#draft(draft);
      if (!this.picked) return {};
      const shifted = this.picked.rows.map((row) => ({ ...row, file: row.file + open.files.length }));
      this.offer({ id: draft, files: [...open.files, ...this.picked.files], rows: [...open.rows, ...shifted] });
      return {};
    },
    remove_draft_file: ({ draft, file }) => {
      const open = this.#draft(draft);
      const files = open.files.filter((_, at) => at !== file);
      const rows = open.rows
        .filter((row) => row.file !== file)
        .map((row) => ({ ...row, file: row.file > file ? row.file - 1 : row.file }));
      this.#drafts.set(draft, { id: draft, files, rows });
      return { id: draft, files };
    },
    foresee_import: ({ draft }) => {
      const open = this.#draft(draft);
      this.#work(draft, 'comparing', () => ({ event: 'importForeseen', draft, summary: this.#summary(open) }));
      return {};
    },
    foreseen_rows: ({ draft, file, outcome, offset, limit }) => {
      const rows = this.#draft(draft).rows.filter(
        (row) => (file === null || row.file === file) && (outcome === null || row.outcome === outcome),
      );
      return { rows: rows.slice(offset, offset + limit), offset, total: rows.length };
    },
    decide_doubtful: ({ draft, row, decision }) => {
      const open = this.#draft(draft);
      for (const other of open.rows) {
        const meant = row === null || (other.file === row.file && other.row === row.row);
        if (meant && other.foreseen.doubt) other.foreseen.doubt = { ...other.foreseen.doubt, decision };
      }
      return this.#summary(open);
    },
    apply_import: ({ draft }) => {
      const open = this.#draft(draft);
      this.#work(draft, 'writing', () => this.#applied(open));
      return {};
    },
    cancel_import: ({ draft }) => {
      this.#goOn = null;
      setTimeout(() => this.#core.emit({ event: 'importStopped', draft, error: null }));
      return {};
    },
    drop_draft: ({ draft }) => {
      this.#drafts.delete(draft);
      return {};
    },
    save_failed_rows: () => ({ name: this.savedAs }),
    list_imports: () => ({ imports: this.imports }),
    foresee_undo: ({ id }) => this.#foresee(id),
    undo_import: ({ id, also, alsoAll }) => {
      const { removed, restored, touched, touchedTotal } = this.#foresee(id);
      const chosen = touched.filter((lead) => alsoAll || also.includes(lead.id));
      const added = chosen.filter((lead) => lead.added).length;
      this.imports = this.imports.map((entry) => (entry.id === id ? { ...entry, undoneAt: this.#core.now } : entry));
      this.#core.emit({ event: 'changed', leads: [], reminders: true, settings: false });
      return {
        removed: removed + added,
        restored: restored + chosen.length - added,
        left: alsoAll ? 0 : touchedTotal - chosen.length,
      };
    },
    list_mappings: () => this.#names(),
    get_mapping: ({ name }) => this.mappings.get(name) ?? refuse({ code: 'notFound' }),
    save_mapping: ({ name, mapping }) => {
      this.mappings.set(name, mapping);
      return this.#names();
    },
    delete_mapping: ({ name }) => {
      this.mappings.delete(name);
      return this.#names();
    },
    watched_folder: () => this.watched,
    choose_watched_folder: () => (this.folder === null ? this.watched : this.#watch({ path: this.folder })),
    stop_watching: () => this.#watch({ path: null, problem: null }),
    set_watched_mapping: ({ mapping }) => this.#watch({ mapping }),
  } satisfies Partial<Handlers>;
}
