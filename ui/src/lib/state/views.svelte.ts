// The saved views: lists under a name, with their counts, in the user's order; and which of them is shown, also after it was
// changed on the screen. How they are drawn is `features/views`; what a list is, is `leads`.
import { call } from '$lib/api';
import type { LeadPage, View, ViewForm, Views as Answer } from '$lib/api/generated';
import type { Layout } from './layout.svelte';
import type { Leads } from './leads.svelte';

export class Views {
  list = $state.raw<readonly View[]>([]);
  /** The view that was shown last; changing its list does not leave it, another tab does. */
  #last = $state<number | null>(null);
  #reading = false;
  #again = false;
  /** Counts the answers that were worn, so that counts which were asked for before do not bring back what was. */
  #turn = 0;
  readonly #leads: Leads;
  readonly #layout: Layout;
  readonly #onFailure: (reason: unknown) => void;

  constructor(leads: Leads, layout: Layout, onFailure: (reason: unknown) => void) {
    this.#leads = leads;
    this.#layout = layout;
    this.#onFailure = onFailure;
  }

  /** The view that is shown, perhaps changed; `null` while the list is none. */
  get shown(): View | null {
    const view = this.list.find(({ id }) => id === this.#last);
    return view?.view.tab === this.#leads.tab ? view : null;
  }

  /** Whether what is on the screen is another list than the shown view's. */
  get changed(): boolean {
    const view = this.shown?.view;
    if (!view) return false;
    return JSON.stringify(asked(view)) !== JSON.stringify(asked(this.now(view.name)));
  }

  /** The list on the screen, as a view of that name. */
  now(name: string): ViewForm {
    const { tab, stage, query, order } = this.#leads;
    const columns = [...this.#layout.value.columns];
    return { name, tab, stage, query: query.trim(), sort: order.by, descending: order.descending, columns };
  }

  /** Reads names and counts anew. While an answer is awaited, one more question is kept, not several. */
  async refresh(): Promise<void> {
    if (this.#reading) {
      this.#again = true;
      return;
    }
    this.#reading = true;
    try {
      do {
        this.#again = false;
        const turn = this.#turn;
        const answer = await call('list_views', {});
        if (turn === this.#turn) this.list = answer.views;
      } while (this.#again);
    } catch (reason) {
      this.#onFailure(reason);
    } finally {
      this.#reading = false;
    }
  }

  /** Takes the views as they were answered, and the view that the desk starts with, if there is one, with its first rows. */
  start(views: readonly View[], id: number | null, page: LeadPage): void {
    this.#turn++;
    this.list = views;
    const view = views.find((other) => other.id === id)?.view;
    if (!view) return this.#leads.start({}, page);
    const { tab, stage, query, sort, descending, columns } = view;
    this.#last = id;
    this.#layout.change({ columns });
    this.#leads.start({ tab, stage, query, order: { by: sort, descending }, view: id }, page);
  }

  async show(id: number): Promise<void> {
    const view = this.list.find((other) => other.id === id)?.view;
    if (!view) return;
    const { tab, stage, query, sort, descending, columns } = view;
    this.#last = id;
    this.#layout.change({ columns });
    await this.#leads.show({ tab, stage, query, order: { by: sort, descending }, view: id });
  }

  /** Every lead of every tab and stage. */
  async showAll(): Promise<void> {
    this.#last = null;
    await this.#leads.show({ tab: 'all', stage: null, query: '' });
  }

  /** Keeps what is on the screen as a new view, and shows it as that, in the side bar too. Throws what the core refuses. */
  async add(name: string): Promise<void> {
    const known = this.list.map(({ id }) => id);
    const view = this.now(name);
    this.#wear(await call('save_view', { id: null, view }));
    const added = this.list.find(({ id }) => !known.includes(id));
    if (!added) return;
    this.#last = added.id;
    if (!this.#layout.value.sideBar) this.#layout.change({ sideBar: true });
  }

  /** Writes a view over. Throws what the core refuses. */
  async save(id: number, view: ViewForm): Promise<void> {
    this.#wear(await call('save_view', { id, view }));
  }

  /** Keeps what is on the screen under the shown view's name. */
  async saveChanges(): Promise<void> {
    const { shown } = this;
    if (shown) await this.save(shown.id, this.now(shown.view.name));
  }

  async move(id: number, to: number): Promise<void> {
    if (to < 0 || to >= this.list.length) return;
    this.#wear(await call('move_view', { id, to }));
  }

  /** Removes a view; the returned function brings it back to where it was. */
  async remove(id: number): Promise<() => Promise<void>> {
    const at = this.list.findIndex((view) => view.id === id);
    const view = this.list[at]?.view;
    const wasStart = this.#layout.value.startView === id;
    const wasShown = this.#last === id;
    this.#wear(await call('delete_view', { id }));
    if (wasStart) this.#layout.change({ startView: null });
    return async () => {
      if (!view) return;
      const known = this.list.map((other) => other.id);
      this.#wear(await call('save_view', { id: null, view }));
      const back = this.list.find((other) => !known.includes(other.id));
      if (!back) return;
      await this.move(back.id, Math.min(at, this.list.length - 1));
      if (wasStart) this.#layout.change({ startView: back.id });
      if (wasShown) this.#last = back.id;
    };
  }

  reset(): void {
    this.#turn++;
    this.list = [];
    this.#last = null;
  }

  #wear(answer: Answer): void {
    this.#turn++;
    this.list = answer.views;
  }
}

/** What of a view is asked, without its name and how wide its columns are. */
function asked({ tab, stage, query, sort, descending, columns }: ViewForm) {
  return [tab, stage, query.trim(), sort, descending, columns.map(({ column }) => column)];
}
