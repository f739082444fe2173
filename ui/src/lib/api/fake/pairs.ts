// The fake's duplicates, merges and exports.
import { refuse, type Handlers } from './handlers';

export class FakePairs {
  readonly handlers = {
    list_duplicates: ({ offset }) => ({ pairs: [], offset, total: 0 }),
    duplicates_of: () => ({ pairs: [] }),
    likely_same: () => ({ leads: [] }),
    keep_apart: () => ({}),
    compare_leads: () => refuse({ code: 'notFound' }),
    merge_leads: () => refuse({ code: 'notFound' }),
    take_apart: () => refuse({ code: 'notFound' }),
    count_export: () => ({ leads: 0, cannot: 0 }),
    export_leads: () => ({}),
    print_window: () => ({}),
  } satisfies Partial<Handlers>;
}
