// The list that is shown: tab, stage, query, order, and which lead is open. It never clears what is on the screen before
// the new rows are there, so a change does not flicker. How its rows are read is in `pagedList`.
import { SvelteMap } from 'svelte/reactivity';
import { call } from '$lib/api';
import type { LeadPage, LeadRow, ListQuery, SortBy, StageKind, Tab } from '$lib/api/generated';
import { clock } from './clock.svelte';
import { PagedList } from './pagedList.svelte';
import { PAGE } from './pagedRows';

export interface Order {
  by: SortBy;
  descending: boolean;
}

/** Another list than the shown one; what is left out stays. */
export interface Wanted {
  tab?: Tab;
  /** All stages where `null`. */
  stage?: StageKind | null;
  /** Words and filters, as typed. */
  query?: string;
  order?: Order;
  /** The saved view that this is. Any other change of the list leaves it. */
  view?: number | null;
}

/** Which way round each order is of use: the newest, the most urgent, the largest first. */
export const startsDescending: Record<SortBy, boolean> = {
  received: true,
  respondBy: false,
  timeLeft: false,
  value: true,
  customer: false,
  followUp: false,
  purchase: false,
  archived: true,
  contact: false,
  city: false,
  country: false,
  deal: false,
  crmId: false,
  campaign: false,
  leadType: false,
  stage: false,
  outcome: false,
  reason: false,
};

const startOrders: [StageKind | null, Order][] = [
  [null, { by: 'received', descending: true }],
  ['received', { by: 'timeLeft', descending: false }],
  ['accepted', { by: 'received', descending: true }],
  ['archived', { by: 'received', descending: true }],
];

export class Leads {
  tab = $state<Tab>('marketplace');
  /** `null` for all stages. */
  stage = $state<StageKind | null>('received');
  /** Words and filters, as typed: the one text that the search box, the chips and the filter menu write. */
  query = $state('');
  /** The saved view that is shown. */
  view = $state<number | null>(null);
  /** The lead that is open in the detail pane. */
  selected = $state<number | null>(null);
  /** Where the list shall be scrolled to; counted up with each wish so that the same place can be asked for again. */
  reveal = $state.raw<{ index: number; wish: number }>({ index: 0, wish: 0 });

  readonly #orders = new SvelteMap<StageKind | null, Order>(startOrders);
  readonly #list: PagedList;
  /** The place of the open lead, kept when it leaves the list: the next one slides into it. */
  #anchor = -1;
  /** Counted up with each wish for a lead: one that is answered late gives way to a newer one. */
  #wish = 0;
  readonly #onFailure: (reason: unknown) => void;

  constructor(onFailure: (reason: unknown) => void = (reason) => console.error(reason)) {
    this.#onFailure = onFailure;
    this.#list = new PagedList(onFailure, () => this.selected);
  }

  get order(): Order {
    return this.orderOf(this.stage);
  }

  /** How the list of a stage is sorted. */
  orderOf(stage: StageKind | null): Order {
    return this.#orders.get(stage) ?? { by: 'received', descending: true };
  }

  get total(): number {
    return this.#list.total;
  }

  /** Whether the list that tab, stage, query and order ask for is on the screen. */
  get loaded(): boolean {
    return this.#list.loaded;
  }

  /** By how many places the rows in sight have moved when the list was read anew. */
  get moved(): { by: number; turn: number } {
    return this.#list.moved;
  }

  /** The row at a place of the list; `undefined` while it is not read yet. */
  row(index: number): LeadRow | undefined {
    return this.#list.row(index);
  }

  /** The row to draw at a place: out of sight it may be a frame behind. */
  drawn(index: number): LeadRow | undefined {
    return this.#list.drawn(index);
  }

  /** The row of a lead, if the list knows it. */
  rowOf(id: number): LeadRow | undefined {
    return this.row(this.#list.indexOf(id));
  }

  /** The place of the open lead in the list; -1 while none is open or it is not in the rows read so far. */
  get selectedIndex(): number {
    return this.selected === null ? -1 : this.#list.indexOf(this.selected);
  }

  /** The question by which the list is asked for, from its top; with the number of the shown list once it is there. */
  get asked(): ListQuery {
    const { by, descending } = this.order;
    const { tab, stage, query } = this;
    const list = this.loaded ? this.#list.number : null;
    return { tab, stage, query, sort: by, descending, offset: 0, limit: PAGE, list };
  }

  /** Where a lead stands among the known rows; -1 where it does not. */
  indexOf(id: number): number {
    return this.#list.indexOf(id);
  }

  /** The leads of a stretch of the list, both ends included, as far as they can be read. */
  async idsBetween(first: number, last: number): Promise<number[]> {
    try {
      return await this.#list.idsBetween(first, last);
    } catch (reason) {
      this.#onFailure(reason);
      return [];
    }
  }

  get hasNext(): boolean {
    return this.#nextIndex() < this.total;
  }

  get hasPrevious(): boolean {
    return this.#previousIndex() >= 0;
  }

  async showTab(tab: Tab): Promise<void> {
    await this.show({ tab });
  }

  async showStage(stage: StageKind | null): Promise<void> {
    await this.show({ stage });
  }

  async setQuery(query: string): Promise<void> {
    await this.#ask({ query });
  }

  async setOrder(order: Order): Promise<void> {
    await this.#ask({ order });
  }

  /** Shows another list, and chooses its first lead unless the chosen one is in it too. */
  async show(wanted: Wanted): Promise<void> {
    await this.#ask(wanted, () => this.#chooseFirst());
  }

  /** Shows a list whose first rows are there already, in this very moment. */
  start(wanted: Wanted, page: LeadPage): void {
    void this.#ask(wanted, () => this.#chooseFirst(), page);
  }

  #chooseFirst(): void {
    if (this.selectedIndex >= 0) return;
    this.selected = null;
    void this.selectAt(0);
  }

  /** Asks for another list, unless its first rows are there, and shows it from its top once they are. What is open stays open. */
  async #ask(wanted: Wanted, arrived?: () => void, page?: LeadPage): Promise<void> {
    this.tab = wanted.tab ?? this.tab;
    if (wanted.stage !== undefined) this.stage = wanted.stage;
    this.query = wanted.query ?? this.query;
    if (wanted.order) this.#orders.set(this.stage, wanted.order);
    this.view = wanted.view ?? null;
    const there = () => {
      this.#rememberPlace();
      this.#reveal(0);
      arrived?.();
    };
    await this.#list.show({ ...this.asked, list: null }, there, page);
  }

  /** Reads the shown rows anew, in place. The first leads of an empty list bring their first one onto the screen. */
  async refetch(): Promise<void> {
    const wasEmpty = this.loaded && this.total === 0;
    await this.#list.again();
    this.#rememberPlace();
    if (wasEmpty && this.selected === null) await this.selectAt(0);
  }

  /** Tells which rows can be seen, so that the pages they lie on are read. */
  see(first: number, last: number): Promise<void> {
    return this.#list.see(first, last);
  }

  select(id: number | null): void {
    this.#wish++;
    this.selected = id;
    this.#rememberPlace();
  }

  /** Opens the lead at a place; where it was removed meanwhile, the next one in the direction of `step`. */
  async selectAt(index: number, step: 1 | -1 = 1): Promise<void> {
    const wish = ++this.#wish;
    for (let at = index; at >= 0 && at < this.total; at += step) {
      if (!this.row(at) && !(await this.#list.reach(at))) return;
      if (wish !== this.#wish) return;
      const row = this.row(at);
      if (!row) continue;
      this.selected = row.id;
      this.#anchor = at;
      this.#reveal(at);
      return;
    }
  }

  next(): Promise<void> {
    return this.selectAt(this.#nextIndex());
  }

  previous(): Promise<void> {
    return this.selectAt(this.#previousIndex(), -1);
  }

  /** Opens a lead wherever it stands: in this list if it is in it, else in the list where it belongs. */
  async open(id: number): Promise<void> {
    const wish = ++this.#wish;
    try {
      let place = await call('locate_lead', { id, query: this.asked });
      if (wish !== this.#wish) return;
      if (place.index === null) {
        const tab = this.tab === 'favorites' && place.stage !== this.stage ? 'favorites' : place.tab;
        await this.#ask({ tab, stage: place.stage, query: '' });
        place = await call('locate_lead', { id, query: this.asked });
        if (place.index === null && tab !== place.tab) {
          await this.#ask({ tab: place.tab });
          place = await call('locate_lead', { id, query: this.asked });
        }
      }
      if (wish !== this.#wish) return;
      // A lead that was merged away leads to the one that it was merged into.
      this.selected = place.id;
      if (place.index === null) return;
      await this.#list.reach(place.index);
      if (wish !== this.#wish) return;
      this.#anchor = this.selectedIndex >= 0 ? this.selectedIndex : place.index;
      this.#reveal(this.#anchor);
    } catch (reason) {
      this.#onFailure(reason);
    }
  }

  /** Shows where customers are waiting, the most urgent first, and opens that one. */
  async openWaiting(): Promise<void> {
    try {
      const tabs: Tab[] = ['marketplace', 'qualified'];
      const firsts = await Promise.all(
        tabs.map((tab) =>
          call('list_leads', {
            tab,
            stage: 'received',
            query: '',
            sort: 'timeLeft',
            descending: false,
            offset: 0,
            limit: PAGE,
            list: null,
          }),
        ),
      );
      const waiting = firsts.flatMap(({ rows }, at) =>
        rows
          .filter(({ flame }) => flame && flame.contactedAt === null && flame.endsAt > clock.now)
          .map((row) => ({ id: row.id, endsAt: row.flame?.endsAt ?? Infinity, tab: tabs[at] ?? 'marketplace' })),
      );
      const hottest = waiting.sort((a, b) => a.endsAt - b.endsAt)[0];
      this.#orders.set('received', { by: 'timeLeft', descending: false });
      await this.#ask({ tab: hottest?.tab ?? 'marketplace', stage: 'received', query: '' });
      if (hottest) await this.open(hottest.id);
      else await this.selectAt(0);
    } catch (reason) {
      this.#onFailure(reason);
    }
  }

  /** Forgets everything, as before the first list was asked for. */
  reset(): void {
    this.#list.reset();
    this.#wish++;
    this.#anchor = -1;
    for (const [stage, order] of startOrders) this.#orders.set(stage, order);
    this.tab = 'marketplace';
    this.stage = 'received';
    this.query = '';
    this.view = null;
    this.selected = null;
  }

  #nextIndex(): number {
    const at = this.selectedIndex;
    if (at >= 0) return at + 1;
    return this.selected === null ? 0 : Math.max(0, this.#anchor);
  }

  #previousIndex(): number {
    const at = this.selectedIndex;
    return (at >= 0 ? at : this.#anchor) - 1;
  }

  #rememberPlace(): void {
    const index = this.selectedIndex;
    if (index >= 0) this.#anchor = index;
  }

  #reveal(index: number): void {
    this.reveal = { index, wish: this.reveal.wish + 1 };
  }
}
