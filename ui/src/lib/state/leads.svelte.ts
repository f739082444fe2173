// The list that is shown: tab, stage, query, order, the rows read so far, and which lead is open. It never clears
// what is on the screen before the new rows are there, so a change does not flicker.
import { SvelteMap } from 'svelte/reactivity';
import { call } from '$lib/api';
import type { LeadRow, ListQuery, SortBy, StageKind, Tab } from '$lib/api/generated';
import { clock } from './clock.svelte';
import { indexOf, noRows, PAGE, pagesOf, withPage, type Rows } from './pagedRows';

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
  total = $state(0);
  /** Whether the list that tab, stage, query and order ask for is on the screen. */
  loaded = $state(false);
  /** The lead that is open in the detail pane. */
  selected = $state<number | null>(null);
  /** Where the list shall be scrolled to; counted up with each wish so that the same place can be asked for again. */
  reveal = $state.raw<{ index: number; wish: number }>({ index: 0, wish: 0 });

  readonly #orders = new SvelteMap<StageKind | null, Order>(startOrders);
  #rows = $state.raw<Rows>(noRows);
  /** The number of the shown list. */
  #list = $state<number | null>(null);
  #window = { first: 0, last: 30 };
  /** Counts the questions asked of the list, so that an answer to an older one is dropped. */
  #generation = 0;
  #reading: readonly number[] = [];
  /** The place of the open lead, kept when it leaves the list: the next one slides into it. */
  #anchor = -1;
  readonly #onFailure: (reason: unknown) => void;

  constructor(onFailure: (reason: unknown) => void = (reason) => console.error(reason)) {
    this.#onFailure = onFailure;
  }

  get order(): Order {
    return this.#orders.get(this.stage) ?? { by: 'received', descending: true };
  }

  /** The row at a place of the list; `undefined` while it is not read yet. */
  row(index: number): LeadRow | undefined {
    return this.#rows.get(index);
  }

  /** The row of a lead, if the list knows it. */
  rowOf(id: number): LeadRow | undefined {
    const index = indexOf(this.#rows, id);
    return index === null ? undefined : this.#rows.get(index);
  }

  /** The place of the open lead in the list; -1 while none is open or it is not in the rows read so far. */
  get selectedIndex(): number {
    return this.selected === null ? -1 : (indexOf(this.#rows, this.selected) ?? -1);
  }

  /** The question by which the list is asked for, from its top; with the number of the shown list once it is there. */
  get asked(): ListQuery {
    return { ...this.#query(0), list: this.loaded ? this.#list : null };
  }

  /** The leads of a stretch of the list, both ends included, as far as they can be read. */
  async idsBetween(first: number, last: number): Promise<number[]> {
    for (const page of pagesOf(first, Math.min(last, this.total - 1))) await this.#readPage(page);
    const ids: number[] = [];
    for (let index = first; index <= last; index++) {
      const id = this.#rows.get(index)?.id;
      if (id !== undefined) ids.push(id);
    }
    return ids;
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
    await this.#ask(wanted);
    if (this.selectedIndex >= 0) return;
    this.selected = null;
    await this.selectAt(0);
  }

  /** Asks for another list and shows it from its top once it is there. What is open stays open. */
  async #ask(wanted: Wanted): Promise<void> {
    this.tab = wanted.tab ?? this.tab;
    if (wanted.stage !== undefined) this.stage = wanted.stage;
    this.query = wanted.query ?? this.query;
    if (wanted.order) this.#orders.set(this.stage, wanted.order);
    this.view = wanted.view ?? null;
    this.loaded = false;
    this.#window = { first: 0, last: 30 };
    await this.#read();
    this.#reveal(0);
  }

  /** Reads the shown rows anew, in place. The first leads of an empty list bring their first one onto the screen. */
  async refetch(): Promise<void> {
    const wasEmpty = this.loaded && this.total === 0;
    await this.#read();
    if (wasEmpty && this.selected === null) await this.selectAt(0);
  }

  /** Tells which rows can be seen, so that the pages they lie on are read. */
  async see(first: number, last: number): Promise<void> {
    this.#window = { first, last };
    await Promise.all(pagesOf(first, Math.min(last, this.total - 1)).map((page) => this.#readPage(page)));
  }

  select(id: number | null): void {
    this.selected = id;
    const index = this.selectedIndex;
    if (index >= 0) this.#anchor = index;
  }

  async selectAt(index: number): Promise<void> {
    if (index < 0 || index >= this.total) return;
    if (!this.#rows.has(index)) await this.#readPage(Math.floor(index / PAGE));
    const row = this.#rows.get(index);
    if (!row) return;
    this.selected = row.id;
    this.#anchor = index;
    this.#reveal(index);
  }

  next(): Promise<void> {
    return this.selectAt(this.#nextIndex());
  }

  previous(): Promise<void> {
    return this.selectAt(this.#previousIndex());
  }

  /** Opens a lead wherever it stands: in this list if it is in it, else in the list where it belongs. */
  async open(id: number): Promise<void> {
    try {
      let place = await call('locate_lead', { id, query: this.#query(0) });
      if (place.index === null) {
        const tab = this.tab === 'favorites' && place.stage !== this.stage ? 'favorites' : place.tab;
        await this.#ask({ tab, stage: place.stage, query: '' });
        place = await call('locate_lead', { id, query: this.#query(0) });
        if (place.index === null && tab !== place.tab) {
          await this.#ask({ tab: place.tab });
          place = await call('locate_lead', { id, query: this.#query(0) });
        }
      }
      // A lead that was merged away leads to the one that it was merged into.
      this.selected = place.id;
      if (place.index === null) return;
      await this.#readPage(Math.floor(place.index / PAGE));
      this.#anchor = place.index;
      this.#reveal(place.index);
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
    this.#generation++;
    this.#reading = [];
    this.#rows = noRows;
    this.#anchor = -1;
    for (const [stage, order] of startOrders) this.#orders.set(stage, order);
    this.tab = 'marketplace';
    this.stage = 'received';
    this.query = '';
    this.view = null;
    this.total = 0;
    this.loaded = false;
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

  #reveal(index: number): void {
    this.reveal = { index, wish: this.reveal.wish + 1 };
  }

  #query(offset: number): ListQuery {
    const { by, descending } = this.order;
    const { tab, stage, query } = this;
    return { tab, stage, query, sort: by, descending, offset, limit: PAGE, list: null };
  }

  /** Reads all pages that can be seen and puts them on the screen together; the pages out of sight are forgotten. */
  async #read(): Promise<void> {
    const generation = ++this.#generation;
    this.#reading = [];
    const pages = pagesOf(this.#window.first, this.#window.last);
    try {
      let answers = await Promise.all(pages.map((page) => call('list_leads', this.#query(page * PAGE))));
      if (generation !== this.#generation) return;
      const total = answers[0]?.total ?? 0;
      if (total > 0 && answers.every((answer) => answer.rows.length === 0)) {
        // The list got shorter than where we were: read its end.
        answers = [await call('list_leads', this.#query(Math.floor((total - 1) / PAGE) * PAGE))];
        if (generation !== this.#generation) return;
      }
      this.#rows = answers.reduce<Rows>((rows, answer) => withPage(rows, answer), noRows);
      this.total = total;
      this.#list = answers[0]?.list ?? null;
      this.loaded = true;
      const index = this.selectedIndex;
      if (index >= 0) this.#anchor = index;
      // The user may have scrolled on meanwhile.
      void this.see(this.#window.first, this.#window.last);
    } catch (reason) {
      if (generation === this.#generation) this.#onFailure(reason);
    }
  }

  async #readPage(page: number): Promise<void> {
    if (this.#rows.has(page * PAGE) || this.#reading.includes(page) || page * PAGE >= this.total) return;
    const generation = this.#generation;
    this.#reading = [...this.#reading, page];
    try {
      const answer = await call('list_leads', this.#query(page * PAGE));
      if (generation !== this.#generation) return;
      this.#rows = withPage(this.#rows, answer);
      this.total = answer.total;
    } catch (reason) {
      this.#onFailure(reason);
    } finally {
      if (generation === this.#generation) this.#reading = this.#reading.filter((read) => read !== page);
    }
  }
}
