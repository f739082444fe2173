// What the frame of the desk knows: the start, the settings, the counts, and whether the database is in trouble. The rows
// of the list are in `leads`; the two meet only in `App`, which tells both of a change.
import { call, asCommandError } from '$lib/api';
import type { ApiError, Bootstrap, DeskState, DeskStateQuery, Settings } from '$lib/api/generated';
import { language } from '$lib/i18n';
import { clock } from './clock.svelte';

const databaseCodes: ReadonlySet<ApiError['code']> = new Set(['readOnly', 'newerFile', 'corrupt', 'unopened']);

export class Desk {
  bootstrap = $state.raw<Bootstrap | null>(null);
  settings = $state.raw<Settings | null>(null);
  /** Counts and alarms; `null` until they were read for the first time. */
  state = $state.raw<DeskState | null>(null);
  /** Why the window cannot show any lead; `null` while it can. */
  trouble = $state.raw<ApiError | null>(null);
  notificationsFailure = $state<string | null>(null);
  #asked = 0;

  /** Reads what is needed to draw anything. A failure of the start is a trouble like one of the database. */
  async start(): Promise<void> {
    try {
      const bootstrap = await call('bootstrap', {});
      clock.sync(bootstrap.now);
      this.bootstrap = bootstrap;
      this.notificationsFailure = bootstrap.notificationsFailure;
      this.trouble = bootstrap.database.state === 'trouble' ? bootstrap.database.error : null;
      this.#wear(bootstrap.settings);
    } catch (reason) {
      this.trouble = asCommandError(reason).error;
    }
  }

  /** Reads the counts, of all leads or of those that the list is narrowed to. An answer that was overtaken is dropped. */
  async refresh({ search, followUp }: DeskStateQuery): Promise<void> {
    const asked = ++this.#asked;
    try {
      const state = await call('desk_state', { search, followUp });
      if (asked !== this.#asked) return;
      clock.sync(state.now);
      this.state = state;
    } catch (reason) {
      this.failed(reason);
    }
  }

  /** Notes a failure that stands in the way of everything; returns whether it was one. */
  failed(reason: unknown): boolean {
    const { error } = asCommandError(reason);
    if (!databaseCodes.has(error.code)) return false;
    this.trouble = error;
    return true;
  }

  async reloadSettings(): Promise<void> {
    const { settings } = await call('bootstrap', {});
    this.#wear(settings);
  }

  /** Saves and wears settings; they are worn at once and taken back if they cannot be saved. */
  async save(settings: Settings): Promise<void> {
    const before = this.settings;
    this.#wear(settings);
    try {
      this.#wear(await call('save_settings', settings));
    } catch (reason) {
      if (before) this.#wear(before);
      throw reason;
    }
  }

  /** Forgets everything, as before the start. */
  reset(): void {
    this.#asked++;
    this.bootstrap = null;
    this.settings = null;
    this.state = null;
    this.trouble = null;
    this.notificationsFailure = null;
  }

  #wear(settings: Settings): void {
    this.settings = settings;
    const chosen = settings.language === 'system' ? this.bootstrap?.systemLanguage : settings.language;
    language.choose(chosen === 'ko' ? 'ko' : 'en');
    if (settings.theme === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = settings.theme;
  }
}

export const desk = new Desk();
