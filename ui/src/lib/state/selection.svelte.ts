// Which leads of the list are marked, to do something with all of them. Marking opens nothing and changes no lead. What
// is marked belongs to the list it was marked in: `App` clears it when another one is asked for. Of a list that is marked
// as a whole only the leads are kept whose mark was taken away again: it may be a million long.
import { SvelteSet } from 'svelte/reactivity';
import type { LeadRow, LeadScope, ListQuery } from '$lib/api/generated';

/** What the selection needs to know of the list. */
export interface Listed {
  readonly total: number;
  readonly selectedIndex: number;
  /** The question that the list answers, with its number. */
  readonly asked: ListQuery;
  row(index: number): LeadRow | undefined;
  /** Where a lead stands among the known rows; -1 where it does not. */
  indexOf(id: number): number;
  /** The leads of a stretch of the list, both ends included; pages that were not read yet are read. */
  idsBetween(first: number, last: number): Promise<number[]>;
}

export class Selection {
  /** Whether all that the list holds is marked, but for those whose mark was taken away. */
  everything = $state(false);
  /** The marked leads; when everything is marked, those that are not. */
  readonly #ids = new SvelteSet<number>();
  readonly #list: Listed;
  /**
   * Where a stretch begins, and what was kept before it was drawn: drawing it anew starts from there. It begins at a lead, not
   * at a place: others may come in above it.
   */
  #anchor: { index: number; id: number | undefined } | null = null;
  #before: readonly number[] = [];
  /** Counts what was asked, so that a stretch that was read too late is dropped. */
  #turn = 0;

  constructor(list: Listed) {
    this.#list = list;
  }

  /** Another one after each change by hand: whoever did something with what was marked knows by it whether it still is. */
  get turn(): number {
    return this.#turn;
  }

  get count(): number {
    return this.everything ? Math.max(0, this.#list.total - this.#ids.size) : this.#ids.size;
  }

  /** The marked leads, in the order in which they were marked; none when everything is, for they are not all known. */
  get ids(): number[] {
    return this.everything ? [] : [...this.#ids];
  }

  has(id: number): boolean {
    return this.#ids.has(id) !== this.everything;
  }

  /** What is marked, as the core takes it. */
  scope(): LeadScope {
    const ids = [...this.#ids];
    return this.everything ? { kind: 'list', query: this.#list.asked, except: ids } : { kind: 'leads', ids };
  }

  /** Marks the row at a place of the list, or takes its mark away. */
  toggle(index: number): void {
    const id = this.#list.row(index)?.id;
    if (id === undefined) return;
    this.#turn++;
    if (!this.#ids.delete(id)) this.#ids.add(id);
    this.#anchor = { index, id };
    this.#before = [...this.#ids];
    if (this.everything && this.count === 0) this.clear();
  }

  /** Marks everything from where the last mark was set, else from the open lead, to `index`. */
  async extend(index: number): Promise<void> {
    const to = Math.min(this.#list.total - 1, Math.max(0, index));
    if (to < 0) return;
    if (this.#anchor === null) {
      const index = this.#list.selectedIndex >= 0 ? this.#list.selectedIndex : to;
      this.#anchor = { index, id: this.#list.row(index)?.id };
      this.#before = [...this.#ids];
    }
    const turn = ++this.#turn;
    const { index: at, id } = this.#anchor;
    const now = id === undefined ? -1 : this.#list.indexOf(id);
    const from = now < 0 ? at : now;
    const [first, last] = from < to ? [from, to] : [to, from];
    const stretch = await this.#list.idsBetween(first, last);
    if (turn !== this.#turn) return;
    this.#ids.clear();
    for (const id of this.#before) this.#ids.add(id);
    for (const id of stretch) {
      if (this.everything) this.#ids.delete(id);
      else this.#ids.add(id);
    }
  }

  /** Marks all leads that the list holds, also those that were not read. */
  selectAll(): void {
    if (this.#list.total === 0) return;
    this.clear();
    this.everything = true;
  }

  /** Forgets a lead that is no more, such as one that was merged into another. */
  drop(id: number): void {
    this.#ids.delete(id);
  }

  clear(): void {
    this.#turn++;
    this.everything = false;
    this.#ids.clear();
    this.#anchor = null;
    this.#before = [];
  }
}
