// The fake's imports: drafts, dry runs, the list of imports, saved mappings, the watched folder and what arrived by it.
import type { Arrival, ImportEntry, WatchedFolder } from '../generated';
import { refuse, type Handlers } from './handlers';

export class FakeImports {
  imports: ImportEntry[] = [];
  arrivals: Arrival[] = [];
  watched: WatchedFolder = { path: null, mapping: null, problem: null };

  readonly handlers = {
    choose_import_files: () => ({}),
    add_draft_files: () => ({}),
    remove_draft_file: () => refuse({ code: 'notFound' }),
    foresee_import: () => ({}),
    foreseen_rows: ({ offset }) => ({ rows: [], offset, total: 0 }),
    decide_doubtful: () => refuse({ code: 'notFound' }),
    apply_import: () => ({}),
    cancel_import: () => ({}),
    drop_draft: () => ({}),
    save_failed_rows: () => ({ name: null }),
    list_imports: () => ({ imports: this.imports }),
    foresee_undo: () => ({ removed: 0, restored: 0, touched: [], touchedTotal: 0 }),
    undo_import: () => ({ removed: 0, restored: 0, left: 0 }),
    list_mappings: () => ({ names: [] }),
    get_mapping: () => refuse({ code: 'notFound' }),
    save_mapping: ({ name }) => ({ names: [name] }),
    delete_mapping: () => ({ names: [] }),
    watched_folder: () => this.watched,
    choose_watched_folder: () => this.watched,
    stop_watching: () => this.watched,
    set_watched_mapping: () => this.watched,
  } satisfies Partial<Handlers>;
}
