/**
 * A merge as it is being decided: which of the two leads is kept, and of which one each field is taken. What the user
 * chose belongs to a lead, not to a side, so it stays when the sides are swapped and when a newer state is loaded.
 */
import { SvelteMap } from 'svelte/reactivity';
import { asCommandError, call } from '$lib/api';
import type { ApiError, ComparedField, Comparison, Field, LeadBrief, LeadDetail } from '$lib/api/generated';

const ranks: Record<LeadBrief['stage'], number> = { received: 0, accepted: 1, archived: 2 };

/** Which of two leads is proposed to be kept: the one that is further along, else the older one. */
export function proposedKept(one: LeadBrief, other: LeadBrief): { kept: number; other: number } {
  const further = ranks[one.stage] - ranks[other.stage];
  const first = further > 0 || (further === 0 && one.receivedAt <= other.receivedAt);
  return first ? { kept: one.id, other: other.id } : { kept: other.id, other: one.id };
}

const ofTheStage: ReadonlySet<Field> = new Set<Field>(['stage', 'outcome', 'reason', 'reasonText', 'closingNotes']);
const ofTheContact: ReadonlySet<Field> = new Set<Field>(['contactedAt', 'contactWay', 'contactNote']);

/**
 * Whether a field that is no choice comes from the other lead: the further stage wins, the later contact counts, one heart
 * is enough. The core does it; here it is only told before. Source: docs/decisions.md, "Duplicates and merges".
 */
export function ruledByOther({ field, kept, other }: ComparedField, { fields, ...sides }: Comparison): boolean {
  if (ofTheStage.has(field)) return ranks[sides.other.stage] > ranks[sides.kept.stage];
  if (field === 'favorite') return kept?.value !== true && other?.value === true;
  if (!ofTheContact.has(field)) return false;
  const contact = fields.find((compared) => compared.field === 'contactedAt');
  const at = (value: ComparedField['kept'] | undefined) => (value?.type === 'instant' ? value.value : -Infinity);
  return at(contact?.other) > at(contact?.kept);
}

const same = ({ kept, other }: ComparedField) => JSON.stringify(kept) === JSON.stringify(other);

export class MergeForm {
  comparison = $state.raw<Comparison | null>(null);
  /** What stands in the way; the comparison before it stays on the screen. */
  failure = $state.raw<ApiError | null>(null);
  sending = $state(false);
  /** The lead that the user chose a field of. */
  readonly #chosen = new SvelteMap<Field, number>();
  #turn = 0;

  /** Fields in which the leads differ and of which the user takes one. */
  readonly choices = $derived(this.comparison?.fields.filter((field) => field.choice && !same(field)) ?? []);
  /** Fields in which they differ and which follow a rule. */
  readonly ruled = $derived(this.comparison?.fields.filter((field) => !field.choice && !same(field)) ?? []);
  /** Everything that the kept lead gets of the other one, chosen or by a rule. */
  readonly gained = $derived(
    this.comparison?.fields.filter((field) => !same(field) && this.takesOther(field)).map(({ field }) => field) ?? [],
  );
  /** Fields that are the same on both sides and not empty. */
  readonly equal = $derived(this.comparison?.fields.filter((field) => same(field) && field.kept !== null) ?? []);
  /** The fields that the kept lead takes from the other one. */
  readonly taken = $derived(this.choices.filter((field) => this.takesOther(field)).map(({ field }) => field));

  takesOther(compared: ComparedField): boolean {
    if (!compared.choice) return this.comparison !== null && ruledByOther(compared, this.comparison);
    const chosen = this.#chosen.get(compared.field);
    return chosen === undefined ? compared.takeOther : chosen === this.comparison?.other.id;
  }

  choose(field: Field, lead: number): void {
    this.#chosen.set(field, lead);
  }

  async load(kept: number, other: number): Promise<void> {
    const turn = ++this.#turn;
    try {
      const comparison = await call('compare_leads', { kept, other });
      if (turn !== this.#turn) return;
      this.comparison = comparison;
      this.failure = comparison.refused && { code: 'notAllowed', why: comparison.refused };
    } catch (reason) {
      if (turn === this.#turn) this.failure = asCommandError(reason).error;
    }
  }

  async swap(): Promise<void> {
    if (this.comparison && !this.sending) await this.load(this.comparison.other.id, this.comparison.kept.id);
  }

  async reload(): Promise<void> {
    if (this.comparison) await this.load(this.comparison.kept.id, this.comparison.other.id);
  }

  /** Merges once; `null` when it was not sent or failed. */
  async send(): Promise<LeadDetail | null> {
    if (!this.comparison || this.sending || this.comparison.refused) return null;
    const { kept, other } = this.comparison;
    this.sending = true;
    this.failure = null;
    try {
      return await call('merge_leads', {
        kept: kept.id,
        keptRevision: kept.revision,
        other: other.id,
        otherRevision: other.revision,
        take: this.taken,
      });
    } catch (reason) {
      this.failure = asCommandError(reason).error;
      return null;
    } finally {
      this.sending = false;
    }
  }
}
