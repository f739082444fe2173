// The query of the list taken apart, as the core understands it. Chips, filter menu and the empty list read it; whoever
// changes a filter does so on the parts of the very text that is shown, one change after the other.
import { call } from '$lib/api';
import type { QueryPart } from '$lib/api/generated';
import { isFilter } from '$lib/query/queryText';
import type { Leads } from './leads.svelte';

interface Read {
  text: string;
  parts: readonly QueryPart[];
}

const nothing: Read = { text: '', parts: [] };

export class Reading {
  #read = $state.raw<Read>(nothing);
  #turn = 0;
  /** What is being read. */
  #asked: { text: string; answer: Promise<void> } | null = null;
  #changing: Promise<void> = Promise.resolve();
  readonly #leads: Leads;
  readonly #onFailure: (reason: unknown) => void;

  constructor(leads: Leads, onFailure: (reason: unknown) => void) {
    this.#leads = leads;
    this.#onFailure = onFailure;
  }

  /** The text that `parts` are of; for a moment another than the list's while someone types. */
  get text(): string {
    return this.#read.text;
  }

  get parts(): readonly QueryPart[] {
    return this.#read.parts;
  }

  /** What is no word: the filters, and what was meant as one. */
  get filters(): QueryPart[] {
    return this.#read.parts.filter(isFilter);
  }

  get hasWords(): boolean {
    return this.#read.parts.some((part) => !isFilter(part));
  }

  /**
   * Takes the list's query apart; an answer that was overtaken is dropped. Whoever asks for the text that is being read waits for
   * that answer: a chip is only gone for the keyboard once the parts are read.
   */
  follow(text: string): Promise<void> {
    if (this.#asked?.text !== text) this.#asked = { text, answer: this.#follow(text) };
    return this.#asked.answer;
  }

  async #follow(text: string): Promise<void> {
    const turn = ++this.#turn;
    try {
      const read = await this.#apart(text);
      if (turn === this.#turn) this.#read = read;
    } catch (reason) {
      this.#onFailure(reason);
    } finally {
      if (turn === this.#turn) this.#asked = null;
    }
  }

  /** Changes the list's query by its parts. Changes that follow each other quickly are made one after the other. */
  change(how: (text: string, parts: readonly QueryPart[]) => string): Promise<void> {
    const next = this.#changing.then(async () => {
      try {
        const { text, parts } = await this.#apart(this.#leads.query);
        const changed = how(text, parts);
        if (changed === text) return;
        const shown = this.#leads.setQuery(changed);
        await this.follow(changed);
        await shown;
      } catch (reason) {
        this.#onFailure(reason);
      }
    });
    this.#changing = next;
    return next;
  }

  reset(): void {
    this.#turn++;
    this.#asked = null;
    this.#read = nothing;
  }

  async #apart(text: string): Promise<Read> {
    if (text.trim() === '') return { ...nothing, text };
    if (text === this.#read.text) return this.#read;
    return { text, parts: (await call('read_query', { query: text })).parts };
  }
}
