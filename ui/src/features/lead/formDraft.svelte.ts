/**
 * What the user types about a lead, beside the state that the lead had when the form opened. When a newer state is
 * loaded, the fields that the user left alone follow it and the others keep what was typed.
 */
import type { LeadDetail } from '$lib/api/generated';

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

export class FormDraft<F extends object> {
  form: F;
  /** The revision that the user saw; what is sent names it, so that nothing unseen is overwritten. */
  revision = $state(0);
  readonly #read: (lead: LeadDetail) => F;
  #before: F = $state.raw({} as F);

  /** @param read makes the form of a lead, each time anew */
  constructor(lead: LeadDetail, read: (lead: LeadDetail) => F) {
    this.#read = read;
    this.#before = read(lead);
    this.form = $state(read(lead));
    this.revision = lead.revision;
  }

  get dirty(): boolean {
    return !same(this.form, this.#before);
  }

  load(lead: LeadDetail): void {
    const fresh = this.#read(lead);
    for (const key of Object.keys(fresh) as (keyof F)[]) {
      if (same(this.form[key], this.#before[key])) this.form[key] = fresh[key];
    }
    this.#before = this.#read(lead);
    this.revision = lead.revision;
  }
}
