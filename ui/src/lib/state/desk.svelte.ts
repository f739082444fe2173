// What the frame of the desk knows: the start, the settings, the counts, whether the database or the alarm is in trouble.
// The rows of the list are in `leads`; the two meet only in `App`, which tells both of a change.
import { SvelteSet } from 'svelte/reactivity';
import { call, asCommandError } from '$lib/api';
import type {
  ApiError,
  Bootstrap,
  DeskStart,
  DeskState,
  DeskStateQuery,
  ListQuery,
  Settings,
} from '$lib/api/generated';
import { language } from '$lib/i18n';
import { clock } from './clock.svelte';

const databaseCodes: ReadonlySet<ApiError['code']> = new Set(['readOnly', 'newerFile', 'corrupt', 'unopened']);

/** A line over the desk that the user may put away: bubbles do not arrive, the window was made small. */
export type Line = 'silent' | 'minimised';

export class Desk {
  bootstrap = $state.raw<Bootstrap | null>(null);
  settings = $state.raw<Settings | null>(null);
  /** Counts and alarms; `null` until they were read for the first time. */
  state = $state.raw<DeskState | null>(null);
  /** Why the window cannot show any lead; `null` while it can. */
  trouble = $state.raw<ApiError | null>(null);
  /** How many percent of the upgrade that the desk waits for are done; `null` while it waits for none. */
  upgraded = $state<number | null>(null);
  notificationsFailure = $state<string | null>(null);
  /** Why the alarm cannot write down what it told; `null` while it can. */
  alarmTrouble = $state.raw<ApiError | null>(null);
  /** Whether closing made the window small, for want of a tray. */
  keptMinimised = $state(false);
  /** What the user has put away; it stays away until the next start, however often the system changes its mind. */
  readonly putAway = new SvelteSet<Line>();
  #asked = 0;
  /** The settings as the core has them, while newer ones are on their way to it. */
  #kept: Settings | null = null;
  #saves = 0;
  #saving = 0;
  /** The last save that was sent. */
  #sent: Promise<unknown> = Promise.resolve();

  /**
   * Asks for all that the first screen shows; `list` is shown where the user starts with no view of their own. Nothing of it is worn
   * yet. A failure of the start is a trouble like one of the database.
   */
  async ask(list: ListQuery): Promise<DeskStart | null> {
    try {
      return await call('start_desk', { list });
    } catch (reason) {
      this.trouble = asCommandError(reason).error;
      return null;
    }
  }

  /** Wears what was answered. */
  start({ bootstrap, first }: DeskStart): void {
    clock.sync(bootstrap.now);
    this.bootstrap = bootstrap;
    this.notificationsFailure = bootstrap.notificationsFailure;
    this.trouble = bootstrap.database.state === 'trouble' ? bootstrap.database.error : null;
    this.#keep(bootstrap.settings);
    if (!first) return;
    this.#asked++;
    clock.sync(first.desk.now);
    this.state = first.desk;
  }

  /** Reads the counts, of all leads or of those that the list is narrowed to. An answer that was overtaken is dropped. */
  async refresh({ query }: DeskStateQuery): Promise<void> {
    const asked = ++this.#asked;
    try {
      const state = await call('desk_state', { query });
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

  /** Reads the settings anew, and what the system offers by now: a tray may have come or gone. */
  async reloadSettings(): Promise<void> {
    const bootstrap = await call('bootstrap', {});
    this.bootstrap = bootstrap;
    if (this.#saving === 0) this.#keep(bootstrap.settings);
  }

  /**
   * Saves and wears settings; they are worn at once and taken back if they cannot be saved. The last change wins, in the core too:
   * the next is sent when the one before is answered.
   */
  async save(settings: Settings): Promise<void> {
    const turn = ++this.#saves;
    this.#saving++;
    this.#wear(settings);
    const sent = this.#sent.then(() => call('save_settings', settings));
    this.#sent = sent.catch(() => undefined);
    try {
      this.#kept = await sent;
    } finally {
      this.#saving--;
      if (turn === this.#saves && this.#kept) this.#wear(this.#kept);
    }
  }

  async setStartWithComputer(on: boolean): Promise<void> {
    const show = (startWithComputer: boolean) => {
      if (this.bootstrap) this.bootstrap = { ...this.bootstrap, startWithComputer };
    };
    show(on);
    try {
      show((await call('set_start_with_computer', { on })).on);
    } catch (reason) {
      show(!on);
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
    this.upgraded = null;
    this.notificationsFailure = null;
    this.alarmTrouble = null;
    this.keptMinimised = false;
    this.putAway.clear();
    this.#kept = null;
  }

  #keep(settings: Settings): void {
    this.#kept = settings;
    this.#wear(settings);
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
