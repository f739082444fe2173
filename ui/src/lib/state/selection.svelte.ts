// Which leads of the list are marked, to do something with all of them. Marking opens nothing and changes no lead. What
// is marked belongs to the list it was marked in: `App` clears it when another one is asked for.
import { SvelteSet } from 'svelte/reactivity';
import type { LeadRow } from '$lib/api/generated';

/** What the selection needs to know of the list. */
export interface Listed {
  readonly total: number;
  readonly selectedIndex: number;
  row(index: number): LeadRow | undefined;
  /** The leads of a stretch of the list, both ends included; pages that were not read yet are read. */
  idsBetween(first: number, last: number): Promise<number[]>;
}

export class Selection {
  readonly #ids = new SvelteSet<number>();
  readonly #list: Listed;
  /** Where a stretch begins, and what was marked before it was drawn: drawing it anew starts from there. */
  #anchor: number | null = null;
  #before: readonly number[] = [];
  /** Counts what was asked, so that a stretch that was read too late is dropped. */
  #turn = 0;

  constructor(list: Listed) {
    this.#list = list;
  }

  get count(): number {
    return this.#ids.size;
  }

  /** The marked leads, in the order in which they were marked. */
  get ids(): number[] {
    return [...this.#ids];
  }

  has(id: number): boolean {
    return this.#ids.has(id);
  }

  /** Marks the row at a place of the list, or takes its mark away. */
  toggle(index: number): void {
    const id = this.#list.row(index)?.id;
    if (id === undefined) return;
    this.#turn++;
    if (!this.#ids.delete(id)) this.#ids.add(id);
    this.#anchor = index;
    this.#before = this.ids;
  }

  /** Marks everything from where the last mark was set, else from the open lead, to `index`. */
  async extend(index: number): Promise<void> {
    const to = Math.min(this.#list.total - 1, Math.max(0, index));
    if (to < 0) return;
    if (this.#anchor === null) {
      this.#anchor = this.#list.selectedIndex >= 0 ? this.#list.selectedIndex : to;
      this.#before = this.ids;
    }
    const turn = ++this.#turn;
    const [first, last] = this.#anchor < to ? [this.#anchor, to] : [to, this.#anchor];
    const stretch = await this.#list.idsBetween(first, last);
    if (turn !== this.#turn) return;
    this.#ids.clear();
    for (const id of [...this.#before, ...stretch]) this.#ids.add(id);
  }

  /** Takes the mark of a lead away that is no more, such as one that was merged into another. */
  drop(id: number): void {
    this.#ids.delete(id);
  }

  clear(): void {
    this.#turn++;
    this.#ids.clear();
    this.#anchor = null;
    this.#before = [];
  }
}
