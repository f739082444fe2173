// What the fake's user has arranged: saved views and the layout of the desk; and what it suggests to filter by.
import type { DeskLayout, LeadDetail, SearchField, View } from '../generated';
import { refuse, type Handlers } from './handlers';
import { listed } from './listing';
import { partsOf } from './queries';

/** What this part needs of the whole. */
export interface Arranged {
  now: number;
  leads: LeadDetail[];
}

export class FakeArranged {
  views: View[] = [];
  layout: DeskLayout = {
    look: 'list',
    density: 'roomy',
    columns: [],
    listWidth: null,
    sideBar: true,
    startView: null,
  };
  readonly #desk: Arranged;

  constructor(desk: Arranged) {
    this.#desk = desk;
  }

  readonly handlers = {
    read_query: ({ query }) => ({ parts: partsOf(query) }),
    suggest: ({ field, text }) => {
      const counts = new Map<string, number>();
      for (const lead of this.#desk.leads) {
        const { deal, customer, employees } = lead;
        const values: Partial<Record<SearchField, (string | null)[]>> = {
          country: [customer.country],
          campaign: [deal.campaignId],
          currency: [deal.value?.currency ?? null],
          employee: employees.map(({ name }) => name),
        };
        for (const value of values[field] ?? []) if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
      }
      const values = [...counts].filter(([value]) => value.toLowerCase().includes(text.toLowerCase()));
      return { values: values.sort((a, b) => b[1] - a[1]).map(([value, leads]) => ({ value, leads })) };
    },
    list_views: () => this.#counted(),
    save_view: ({ id, view }) => {
      if (view.name.trim() === '') refuse({ code: 'invalid', fields: [{ field: 'name', problem: 'required' }] });
      if (partsOf(view.query).some(({ problem }) => problem)) {
        refuse({ code: 'invalid', fields: [{ field: 'query', problem: 'outOfRange' }] });
      }
      const known = this.views.find((other) => other.id === id);
      if (known) known.view = view;
      else this.views.push({ id: Math.max(0, ...this.views.map((other) => other.id)) + 1, view, leads: 0 });
      return this.#counted();
    },
    delete_view: ({ id }) => {
      this.views = this.views.filter((view) => view.id !== id);
      return this.#counted();
    },
    move_view: ({ id, to }) => {
      const view = this.views.find((other) => other.id === id) ?? refuse({ code: 'notFound' });
      this.views = this.views.filter((other) => other !== view);
      this.views.splice(to, 0, view);
      return this.#counted();
    },
    desk_layout: () => this.layout,
    save_desk_layout: (layout) => (this.layout = layout),
  } satisfies Partial<Handlers>;

  #counted() {
    const asked = { sort: 'received', descending: true, offset: 0, limit: 200, list: null } as const;
    const { leads, now } = this.#desk;
    return {
      views: this.views.map((view) => ({ ...view, leads: listed(leads, { ...view.view, ...asked }, now).length })),
    };
  }
}
