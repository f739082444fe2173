// The rows of a dry run as they are looked at: which of them, page by page, and what is decided on the doubtful ones.
import { call } from '$lib/api';
import type { Counts, Decision, ForeseenPage, ForeseenRow, ForeseenSummary, Outcome } from '$lib/api/generated';
import { tellFailure } from '$lib/state';

export const PAGE = 50;

const COUNTED: Record<Outcome, keyof Counts> = {
  added: 'added',
  updated: 'updated',
  unchanged: 'unchanged',
  doubtful: 'doubtful',
  setAside: 'setAside',
  refused: 'refused',
};

export const OUTCOMES = Object.keys(COUNTED) as Outcome[];

export class Foreseen {
  summary = $state.raw<ForeseenSummary | null>(null);
  /** Which rows are shown; `null` is all. */
  outcome = $state<Outcome | null>(null);
  page = $state.raw<ForeseenPage | null>(null);
  loading = $state(false);
  readonly #draft: number;
  #asked = 0;
  /** Counts the dry runs, so that a decision about an older one changes nothing of the newer. */
  #run = 0;
  #deciding: Promise<void> = Promise.resolve();

  constructor(draft: number) {
    this.#draft = draft;
  }

  show(summary: ForeseenSummary): void {
    this.summary = summary;
    this.outcome = null;
    void this.turnTo(0);
  }

  forget(): void {
    this.#asked++;
    this.#run++;
    this.summary = null;
    this.page = null;
    this.outcome = null;
  }

  count(outcome: Outcome): number {
    return this.summary?.counts[COUNTED[outcome]] ?? 0;
  }

  filter(outcome: Outcome | null): void {
    this.outcome = outcome;
    void this.turnTo(0);
  }

  /** Reads the page that begins at `offset`. An answer that was overtaken is dropped. */
  async turnTo(offset: number): Promise<void> {
    const asked = ++this.#asked;
    this.loading = true;
    try {
      const { outcome } = this;
      const page = await call('foreseen_rows', { draft: this.#draft, file: null, outcome, offset, limit: PAGE });
      if (asked === this.#asked) this.page = page;
    } catch (reason) {
      if (asked === this.#asked) tellFailure(reason);
    } finally {
      if (asked === this.#asked) this.loading = false;
    }
  }

  /**
   * Decides on one doubtful row, or on all when `row` is `null`. Decisions that follow each other quickly are told one after the
   * other: the last one counts, and the sum is of all of them.
   */
  decide(row: ForeseenRow | null, decision: Decision): Promise<void> {
    this.#mark(row, decision);
    const run = this.#run;
    this.#deciding = this.#deciding.then(async () => {
      if (run !== this.#run) return;
      try {
        const at = row && { file: row.file, row: row.row };
        const summary = await call('decide_doubtful', { draft: this.#draft, row: at, decision });
        if (run === this.#run) this.summary = summary;
      } catch (reason) {
        if (run !== this.#run) return;
        tellFailure(reason);
        await this.turnTo(this.page?.offset ?? 0);
      }
    });
    return this.#deciding;
  }

  /** Shows the decision at once. */
  #mark(row: ForeseenRow | null, decision: Decision): void {
    if (!this.page) return;
    const rows = this.page.rows.map((other) => {
      const meant = row === null || (other.file === row.file && other.row === row.row);
      const { doubt } = other.foreseen;
      return meant && doubt ? { ...other, foreseen: { ...other.foreseen, doubt: { ...doubt, decision } } } : other;
    });
    this.page = { ...this.page, rows };
  }
}
