// One column of the board: the leads of a stage in the tab and query of the desk, read by pages, and the place in it that
// was current last. Which card is current on the whole board is the board's.
import type { LeadRow, ListQuery, StageKind } from '$lib/api/generated';
import { leads, tellFailure } from '$lib/state';
import { PagedList } from '$lib/state/pagedList.svelte';
import { PAGE } from '$lib/state/pagedRows';

export class Column {
  readonly stage: StageKind;
  readonly list: PagedList;
  /** Where the keyboard was in it last. */
  place = 0;
  reveal = $state.raw({ index: 0, wish: 0 });

  constructor(stage: StageKind) {
    this.stage = stage;
    this.list = new PagedList(tellFailure, () => leads.selected);
  }

  /** How the desk's list of this stage is asked for. */
  get asked(): ListQuery {
    const { tab, query } = leads;
    const { by, descending } = leads.orderOf(this.stage);
    return { tab, stage: this.stage, query, sort: by, descending, offset: 0, limit: PAGE, list: null };
  }

  async show(query: ListQuery): Promise<void> {
    await this.list.show(query, () => {
      this.place = 0;
      this.scrollTo(0);
    });
  }

  scrollTo(index: number): void {
    this.reveal = { index, wish: this.reveal.wish + 1 };
  }

  /** The card at a place, read if it must be; the last one where the column is shorter. */
  async reach(index: number): Promise<{ index: number; row: LeadRow } | null> {
    const at = Math.min(Math.max(0, index), this.list.total - 1);
    if (at < 0) return null;
    if (!this.list.row(at)) await this.list.reach(at);
    const row = this.list.row(at);
    return row ? { index: at, row } : null;
  }
}
