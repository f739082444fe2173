// A list of the core, read by pages as they come into sight. Every page is asked for by the number of the list that is
// shown, so that each row stands in it once whatever changes meanwhile. A list that is read anew is put on the screen when
// all of it that is in sight is there, and the rows stay where they were. What is asked for is decided by `leads`.
import { asCommandError, call } from '$lib/api';
import type { LeadPage, LeadRow, ListQuery } from '$lib/api/generated';
import { afterPaint } from './afterPaint';
import { indexOf, moved, near, noRows, PAGE, pageOf, pagesOf, rowAt, withPage, type Rows } from './pagedRows';

/** Rows that are read before they come into sight, on either side. */
const AHEAD = 60;
/** Requests under way at a time: more would only stand before the one that is needed next. */
const LANES = 2;
/** A list that jumps again within this time, in milliseconds, is dragged: it is read where it comes to rest. */
const DRAG = 600;
/** It rests when it has not jumped for so long, or for longer than between the jumps before: slow computers draw seldom. */
const REST = 60;
const LONGEST_REST = 250;
/** As many rows as the core answers at once. */
const MOST = 2 * PAGE;
const AT_THE_TOP = { first: 0, last: 30 };

export class PagedList {
  #rows = $state.raw<Rows>(noRows);
  /** What is drawn out of sight. Rows that nobody sees are half of those that are drawn: after another list they wait for a frame. */
  #outOfSight = $state.raw<Rows>(noRows);
  #sight = AT_THE_TOP;
  #waiting: (() => void) | null = null;
  total = $state(0);
  /** The number of the shown list. */
  number = $state<number | null>(null);
  /** Whether the list that was asked for last is on the screen. */
  loaded = $state(false);
  /** By how many places the rows in sight have moved when the list was read anew; `turn` counts such moves. */
  moved = $state.raw({ by: 0, turn: 0 });

  readonly #onFailure: (reason: unknown) => void;
  /** The lead whose place shall always be known: the open one. */
  readonly #kept: () => number | null;
  #wanted: ListQuery | null = null;
  #arrived: (() => void) | null = null;
  #shown: ListQuery | null = null;
  #window = AT_THE_TOP;
  #jumpedAt = -Infinity;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #generation = 0;
  #renewing: Promise<void> | null = null;
  /** Whether something changed since the reading under way began. */
  #stale = false;
  #reading: { page: number; done: Promise<void> }[] = [];
  #lanes: Promise<void>[] = [];

  constructor(onFailure: (reason: unknown) => void, kept: () => number | null) {
    this.#onFailure = onFailure;
    this.#kept = kept;
  }

  get rows(): Rows {
    return this.#rows;
  }

  row(index: number): LeadRow | undefined {
    return rowAt(this.#rows, index);
  }

  /** The row to draw at a place: out of sight perhaps still that of the list before. */
  drawn(index: number): LeadRow | undefined {
    // Both are read, so that a row is told of either whichever side of the edge it stands on.
    const { first, last } = this.#sight;
    const rows = { seen: this.#rows, unseen: this.#outOfSight };
    return rowAt(index >= first && index <= last ? rows.seen : rows.unseen, index);
  }

  indexOf(id: number): number {
    return indexOf(this.rows, id) ?? -1;
  }

  /**
   * Asks for another list from its top; `arrived` is told in the very moment in which its rows are there. It is never told
   * when yet another list was asked for. Where its first page is there already it is shown in this very moment.
   */
  async show(query: ListQuery, arrived: () => void, page?: LeadPage): Promise<void> {
    this.#wanted = query;
    this.#arrived = arrived;
    this.loaded = false;
    this.#window = AT_THE_TOP;
    this.#sight = { first: 0, last: this.#sight.last - this.#sight.first };
    await this.#renew(++this.#generation, false, page);
  }

  /** Reads the list anew; the rows in sight stay in sight. What changes meanwhile is read once more at the end. */
  async again(): Promise<void> {
    if (!this.#wanted) return;
    if (this.#renewing) this.#stale = true;
    else void this.#renew(++this.#generation, this.loaded);
    await this.#renewing;
  }

  /**
   * Tells which rows are in sight, so that they and those around are read: the newest wish first, older ones no more. While
   * the bar is dragged nothing is read that would be out of sight before it is drawn.
   */
  async see(first: number, last: number): Promise<void> {
    const jumps = first > this.#window.last || last < this.#window.first;
    this.#window = { first, last };
    this.#look(first, last);
    const now = performance.now();
    const since = now - this.#jumpedAt;
    if (jumps) this.#jumpedAt = now;
    clearTimeout(this.#rest);
    if (!jumps || since > DRAG) return this.#fill();
    await new Promise<void>(
      (goOn) => (this.#rest = setTimeout(goOn, Math.min(LONGEST_REST, Math.max(REST, since * 1.5)))),
    );
    await this.#fill();
  }

  /** Reads the page of a place, if it is not known. Returns whether it is known now. */
  async reach(index: number): Promise<boolean> {
    const page = pageOf(index);
    if (!this.rows.has(page)) await this.#read(page);
    return this.rows.has(page);
  }

  /**
   * The leads of a stretch of the list, both ends included. Its rows are not kept. Where the core has forgotten the list, it is
   * the stretch between the same two leads of the list that is read in its place.
   */
  async idsBetween(first: number, last: number): Promise<number[]> {
    const { turn } = this.moved;
    const ends = [first, last].map((at) => ({ at, id: this.row(at)?.id }));
    const until = Math.min(last, this.total - 1);
    const number = this.number;
    const ids: number[] = [];
    const offsets: number[] = [];
    for (let offset = pageOf(first) * PAGE; offset <= until; offset += MOST) offsets.push(offset);
    for (let at = 0; at < offsets.length; at += LANES) {
      const asked = offsets.slice(at, at + LANES).map((offset) => this.#ask(this.#shown, offset, MOST, number));
      for (const answer of await Promise.all(asked)) {
        if (answer.list !== number) {
          await this.again();
          if (this.number === number) return ids;
          const by = this.moved.turn === turn ? 0 : this.moved.by;
          const [from = 0, to = 0] = ends.map(({ at, id }) => {
            const known = id === undefined ? -1 : this.indexOf(id);
            return known < 0 ? Math.max(0, at + by) : known;
          });
          return this.idsBetween(Math.min(from, to), Math.max(from, to));
        }
        answer.rows.forEach(({ id }, place) => {
          if (answer.offset + place >= first && answer.offset + place <= until) ids.push(id);
        });
      }
    }
    return ids;
  }

  reset(): void {
    clearTimeout(this.#rest);
    this.#generation++;
    this.#renewing = null;
    this.#reading = [];
    this.#wanted = this.#shown = null;
    this.#arrived = null;
    this.#window = this.#sight = AT_THE_TOP;
    this.#rows = noRows;
    this.#drawAll();
    this.number = null;
    this.total = 0;
    this.loaded = false;
  }

  #ask(query: ListQuery | null, offset: number, limit: number, list: number | null): Promise<LeadPage> {
    if (!query) throw new Error('no list was asked for');
    return call('list_leads', { ...query, offset, limit, list });
  }

  #renew(generation: number, stay: boolean, page?: LeadPage): Promise<void> {
    const reading = (async () => {
      do {
        this.#stale = false;
        try {
          const given = page;
          page = undefined;
          await this.#readAnew(generation, stay, given);
        } catch (reason) {
          if (generation === this.#generation) this.#onFailure(reason);
        }
      } while (this.#stale && generation === this.#generation);
      if (generation === this.#generation) this.#renewing = null;
    })();
    this.#renewing = reading;
    return reading;
  }

  /** Reads all that is in sight of a new list and puts it on the screen at once; the pages out of sight are forgotten. */
  async #readAnew(generation: number, stay: boolean, page?: LeadPage): Promise<void> {
    const query = this.#wanted;
    if (!query) return;
    const overtaken = () => generation !== this.#generation;
    const { first, last } = this.#window;
    const from = pageOf(first) * PAGE;
    let answer = page ?? (await this.#ask(query, from, pageOf(last) > pageOf(first) ? MOST : PAGE, null));
    if (overtaken()) return;
    const number = answer.list;
    const { total } = answer;
    if (answer.rows.length === 0 && total > 0 && from > 0) {
      // The list got shorter than where we were: read its end.
      answer = await this.#ask(query, pageOf(total - 1) * PAGE, PAGE, number);
      if (overtaken()) return;
    }
    let rows = withPage(noRows, answer);
    // At the top the newest come into sight; further down the rows stay where they are.
    let by = 0;
    if (stay && first > 0 && total > 0)
      by = moved(this.rows, rows, first, last) ?? (await this.#movedFar(query, number));
    const kept = this.#kept();
    let open: number | null = null;
    if (stay && kept !== null && this.indexOf(kept) >= 0 && indexOf(rows, kept) === null) {
      open = await this.#placeOf(kept, query, number);
    }
    for (;;) {
      if (overtaken()) return;
      // The user may have scrolled on meanwhile.
      const bottom = Math.max(0, Math.min(this.#window.last + by, total - 1));
      const needed = pagesOf(Math.min(this.#window.first + by, bottom), bottom);
      if (open !== null) needed.push(pageOf(open));
      const missing = needed.filter((page) => !rows.has(page));
      if (missing.length === 0) break;
      const answers = await Promise.all(missing.map((page) => this.#ask(query, page * PAGE, PAGE, number)));
      if (answers.some((other) => other.list !== number)) {
        this.#stale = true;
        return;
      }
      rows = answers.reduce(withPage, rows);
    }
    this.#rows = rows;
    // Rows that have moved are drawn anew, all of them.
    if (by === 0) this.#waiting ??= afterPaint(() => this.#drawAll());
    else this.#drawAll();
    this.total = total;
    this.number = number;
    this.#shown = query;
    this.#reading = [];
    if (by !== 0) {
      this.#window = { first: this.#window.first + by, last: this.#window.last + by };
      this.moved = { by, turn: this.moved.turn + 1 };
    }
    this.loaded = true;
    this.#arrived?.();
    this.#arrived = null;
    void this.#fill();
  }

  /** Other rows come into sight: they are drawn at once. A list that ends in sight leaves room for a longer one. */
  #look(first: number, last: number): void {
    const { first: top, last: bottom } = this.#sight;
    const end = last === this.total - 1 ? Math.max(last, first + bottom - top) : last;
    if (first === top && end === bottom) return;
    this.#sight = { first, last: end };
    this.#drawAll();
  }

  /** Draws the rows out of sight as well. */
  #drawAll(): void {
    this.#waiting?.();
    this.#waiting = null;
    this.#outOfSight = this.#rows;
  }

  /** The same where no row in sight is near its old place: the first that is still in the list leads the way. */
  async #movedFar(query: ListQuery, number: number): Promise<number> {
    const { first, last } = this.#window;
    for (const at of [first, Math.floor((first + last) / 2), last]) {
      const row = this.row(at);
      if (!row) continue;
      const index = await this.#placeOf(row.id, query, number);
      if (index !== null) return index - at;
    }
    return 0;
  }

  /** Where a lead stands in a list; `null` when it is not in it, or is no more at all. */
  async #placeOf(id: number, query: ListQuery, number: number): Promise<number | null> {
    try {
      const place = await call('locate_lead', { id, query: { ...query, list: number } });
      return place.id === id ? place.index : null;
    } catch (reason) {
      if (asCommandError(reason).error.code === 'notFound') return null;
      throw reason;
    }
  }

  /** The page to read next: in sight first, then around. */
  #next(): number | undefined {
    const { first, last } = this.#window;
    const end = this.total - 1;
    if (end < 0) return undefined;
    const around = pagesOf(Math.min(first - AHEAD, end), Math.min(last + AHEAD, end));
    const inSight = pagesOf(Math.min(first, end), Math.min(last, end));
    return [...inSight, ...around].find(
      (page) => !this.rows.has(page) && !this.#reading.some((reading) => reading.page === page),
    );
  }

  async #fill(): Promise<void> {
    while (this.#lanes.length < LANES && this.#next() !== undefined) {
      const lane: Promise<void> = this.#lane().finally(() => {
        this.#lanes = this.#lanes.filter((other) => other !== lane);
      });
      this.#lanes = [...this.#lanes, lane];
    }
    await Promise.all(this.#lanes);
  }

  /** Reads page after page, each time the one that is wanted most by then. */
  async #lane(): Promise<void> {
    for (let page = this.#next(); page !== undefined; page = this.#next()) {
      await this.#read(page);
      // A failure was told; it is tried again when the list is moved.
      if (!this.rows.has(page)) return;
    }
  }

  #read(page: number): Promise<void> {
    const known = this.#reading.find((reading) => reading.page === page);
    if (known) return known.done;
    const reading = {
      page,
      done: this.#take(page).finally(() => {
        this.#reading = this.#reading.filter((other) => other !== reading);
      }),
    };
    this.#reading = [...this.#reading, reading];
    return reading.done;
  }

  async #take(page: number): Promise<void> {
    const { number } = this;
    if (!this.#shown || page * PAGE >= this.total) return;
    try {
      const answer = await this.#ask(this.#shown, page * PAGE, PAGE, number);
      // Of a list that is not shown any more, nothing is of use.
      if (number !== this.number) return;
      if (answer.list !== number) return await this.again();
      const kept = this.#kept();
      const open = kept === null ? -1 : this.indexOf(kept);
      const keep = [page, ...pagesOf(this.#window.first, this.#window.last), ...(open < 0 ? [] : [pageOf(open)])];
      this.#rows = near(withPage(this.rows, answer), pageOf(this.#window.first), keep);
      this.#drawAll();
    } catch (reason) {
      if (number === this.number) this.#onFailure(reason);
    }
  }
}
