/**
 * The leads that one being typed in may be the same as: asked for a moment after the typing stops, and never in the
 * middle of a Korean syllable. What was asked before and answered late is dropped; a failure says nothing, because
 * adding goes on without it.
 */
import { call } from '$lib/api';
import type { LikelyLead, NewLeadKeys } from '$lib/api/generated';

const PAUSE = 350;

export class LikelySame {
  found = $state.raw<readonly LikelyLead[]>([]);
  #composing = false;
  #turn = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #typed: NewLeadKeys | null = null;
  #asked = '';

  /** Takes in what is typed by now. */
  typed(keys: NewLeadKeys): void {
    this.#typed = keys;
    if (!this.#composing) this.#soon();
  }

  compositionStarted(): void {
    this.#composing = true;
    clearTimeout(this.#timer);
  }

  compositionEnded(): void {
    this.#composing = false;
    this.#soon();
  }

  stop(): void {
    this.#turn++;
    clearTimeout(this.#timer);
  }

  #soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask(), PAUSE);
  }

  async #ask(): Promise<void> {
    const keys = this.#typed;
    const told = JSON.stringify(keys);
    if (!keys || told === this.#asked) return;
    this.#asked = told;
    const turn = ++this.#turn;
    // A name of one letter, or no name, address or number at all, is like everybody.
    if (keys.customer.trim().length < 2 && keys.email.trim() === '' && keys.phone.trim() === '') {
      this.found = [];
      return;
    }
    try {
      const { leads } = await call('likely_same', keys);
      if (turn === this.#turn) this.found = leads;
    } catch (reason) {
      console.error('leads that may be the same cannot be looked for', reason);
    }
  }
}
