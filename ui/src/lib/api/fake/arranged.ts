// What the fake's user has arranged: saved views and the layout of the desk; and how it takes a query apart, in small.
import type { DeskLayout, LeadDetail, QueryPart, SearchField, View } from '../generated';
import { refuse, type Handlers } from './handlers';
import { listed } from './listing';

/** What this part needs of the whole. */
export interface Arranged {
  now: number;
  leads: LeadDetail[];
}

const fields: Record<string, SearchField> = {
  type: 'type',
  stage: 'stage',
  outcome: 'outcome',
  is: 'is',
  country: 'country',
  currency: 'currency',
  value: 'value',
  received: 'received',
  respond: 'respond',
  purchase: 'purchase',
  followup: 'followUp',
  campaign: 'campaign',
  reason: 'reason',
  employee: 'employee',
};

export class FakeArranged {
  views: View[] = [];
  layout: DeskLayout = {
    look: 'list',
    density: 'roomy',
    columns: [],
    listWidth: null,
    sideBar: false,
    startView: null,
  };
  readonly #desk: Arranged;

  constructor(desk: Arranged) {
    this.#desk = desk;
  }

  readonly handlers = {
    read_query: ({ query }) => ({ parts: this.#parts(query) }),
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
      const known = this.views.find((other) => other.id === id);
      if (known) known.view = view;
      else this.views.push({ id: this.views.length + 1, view, leads: 0 });
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

  #parts(query: string): QueryPart[] {
    return [...query.matchAll(/\S+/g)].map(({ 0: text, index }) => {
      const [, minus, name, value] = /^(-?)([\p{L}]+):(.*)$/u.exec(text) ?? [];
      const field = name === undefined ? undefined : fields[name.toLowerCase()];
      return {
        from: index,
        until: index + text.length,
        field: field ?? null,
        not: minus === '-',
        value: value ?? text,
        problem: name === undefined || field ? null : { kind: 'unknownField', nearest: null },
      };
    });
  }
}
