// The fake's numbered lists: further pages of a list are of that very list, whatever has changed since.
import type { LeadDetail, LeadPage, ListQuery } from '../generated';
import { listed, rowOf } from './listing';

/** As many lists as are remembered; an older one is made anew. */
const KEPT = 4;

export class FakeLists {
  #lists: { number: number; ids: number[] }[] = [];
  #last = 0;

  page(leads: readonly LeadDetail[], query: ListQuery, now: number): LeadPage {
    const { number, ids } = this.#list(leads, query, now);
    const byId = new Map(leads.filter((lead) => lead.mergedInto === null).map((lead) => [lead.id, lead]));
    const there = ids.slice(query.offset, query.offset + query.limit).flatMap((id) => byId.get(id) ?? []);
    return { rows: there.map(rowOf), offset: query.offset, total: ids.length, list: number };
  }

  place(leads: readonly LeadDetail[], query: ListQuery, now: number, id: number): number | null {
    const index = this.#list(leads, query, now).ids.indexOf(id);
    return index < 0 ? null : index;
  }

  /** Forgets all lists, as the core does with old ones. */
  forget(): void {
    this.#lists = [];
  }

  #list(leads: readonly LeadDetail[], query: ListQuery, now: number) {
    const known = this.#lists.find(({ number }) => number === query.list);
    if (known) return known;
    const made = { number: ++this.#last, ids: listed(leads, query, now).map(({ id }) => id) };
    this.#lists = [...this.#lists, made].slice(-KEPT);
    return made;
  }
}
