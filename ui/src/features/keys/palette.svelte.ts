// What the palette offers for what is typed: the actions that are possible now, leads, saved views, pages of the settings.
// Leads are asked of the core with each letter; the newest answer wins.
import { call } from '$lib/api';
import type { LeadRow, View } from '$lib/api/generated';
import { inAllLanguages, t } from '$lib/i18n';
import { tellFailure } from '$lib/state';
import { allActions, groups, isPossible, keyText, type KeyAction } from '$lib/state/keys';
import { found } from '$lib/words/found';
import { recentActions } from './recent';

export interface SettingsPage<P extends string = string> {
  id: P;
  /** The id of its text. */
  text: string;
}

export type Choice =
  | { kind: 'action'; id: string; action: KeyAction }
  | { kind: 'lead'; id: string; row: LeadRow }
  | { kind: 'view'; id: string; view: View }
  | { kind: 'page'; id: string; page: SettingsPage };

export interface Section {
  /** The id of its heading. */
  text: string;
  choices: Choice[];
}

const LEADS = 8;

const actionChoice = (action: KeyAction): Choice => ({ kind: 'action', id: `action-${action.name}`, action });

export class PaletteSearch {
  text = $state('');
  rows = $state.raw<readonly LeadRow[]>([]);
  views = $state.raw<readonly View[]>([]);
  /** The newest question, which may still be open. */
  asked: Promise<void> = Promise.resolve();
  #turn = 0;
  readonly #pages: readonly SettingsPage[];
  readonly #recent = recentActions();

  constructor(pages: readonly SettingsPage[]) {
    this.#pages = pages;
  }

  async readViews(): Promise<void> {
    try {
      this.views = (await call('list_views', {})).views;
    } catch (reason) {
      tellFailure(reason);
    }
  }

  type(text: string): void {
    this.text = text;
    this.asked = this.#ask(text);
  }

  async #ask(query: string): Promise<void> {
    const turn = ++this.#turn;
    if (query.trim() === '') {
      this.rows = [];
      return;
    }
    const order = { sort: 'received', descending: true } as const;
    try {
      const page = { offset: 0, limit: LEADS, list: null };
      const { rows } = await call('list_leads', { tab: 'all', stage: null, query, ...order, ...page });
      if (turn === this.#turn) this.rows = rows;
    } catch (reason) {
      if (turn === this.#turn) tellFailure(reason);
    }
  }

  /** What is offered, without the headings over nothing. */
  get sections(): Section[] {
    const possible = allActions.filter(({ name }) => name !== 'palette' && isPossible(name));
    const views = this.views.filter(({ view }) => found(this.text, view.name));
    const pages = this.#pages.filter(({ text }) => found(this.text, ...inAllLanguages(text)));
    const rest: Section[] = [
      { text: 'palette-views', choices: views.map((view) => ({ kind: 'view', id: `view-${view.id}`, view })) },
      { text: 'palette-settings', choices: pages.map((page) => ({ kind: 'page', id: `page-${page.id}`, page })) },
    ];
    const before = this.text.trim() === '' ? this.#untyped(possible) : this.#typed(possible);
    return [...before, ...rest].filter(({ choices }) => choices.length > 0);
  }

  #untyped(possible: readonly KeyAction[]): Section[] {
    const recent = this.#recent.flatMap((name) => possible.find((action) => action.name === name) ?? []);
    const others = possible.filter((action) => !recent.includes(action));
    return [
      { text: 'palette-recent', choices: recent.map(actionChoice) },
      ...groups.map(({ id, text }) => ({
        text,
        choices: others.filter(({ group }) => group === id).map(actionChoice),
      })),
    ];
  }

  #typed(possible: readonly KeyAction[]): Section[] {
    const query = this.text.trim().toLowerCase();
    const fits = possible.filter(({ name, text }) => found(query, ...inAllLanguages(text), keyText(name) ?? ''));
    const begins = ({ text }: KeyAction) => Number(t(text).toLowerCase().startsWith(query));
    return [
      { text: 'palette-actions', choices: fits.sort((a, b) => begins(b) - begins(a)).map(actionChoice) },
      { text: 'palette-leads', choices: this.rows.map((row) => ({ kind: 'lead', id: `lead-${row.id}`, row })) },
    ];
  }
}
