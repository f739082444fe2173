// Where the words of a search were found in a lead, as its line shows it. Pure.
import type { FoundIn, Hit, LeadRow } from '$lib/api/generated';
import { around, type Mark } from '$lib/ui/marks';

export interface Shown {
  text: string;
  marks: readonly Mark[];
  /** The text that names the field, where it is not the one that always stands here. */
  field: string | null;
}

/** What a field is called before what was found in it; the two that have their own place in the line are not named. */
const names: Record<Exclude<FoundIn, 'customer' | 'headline'>, string> = {
  contact: 'column-contact-name',
  email: 'list-column-email',
  phone: 'list-column-phone',
  deal: 'column-deal-name',
  notes: 'column-notes',
  need: 'column-need',
  city: 'column-city',
  crmId: 'column-crm-id',
  campaign: 'list-column-campaign',
};

/** So many letters before the first mark, that it is seen in a short line. */
const BEFORE = 8;

const hitIn = (row: LeadRow, field: FoundIn): Hit | undefined => row.hits.find((hit) => hit.field === field);

export function customerOf(row: LeadRow): Shown {
  return { text: row.customer, marks: hitIn(row, 'customer')?.marks ?? [], field: null };
}

/** What stands in the second line: the headline, or what was found elsewhere and would not be seen otherwise. */
export function headlineOf(row: LeadRow, seen: ReadonlySet<FoundIn>): Shown {
  const own = hitIn(row, 'headline');
  if (own) return { ...around(row.headline, own.marks, BEFORE), field: null };
  for (const { field, text, marks } of row.hits) {
    if (field === 'customer' || field === 'headline' || text === null || seen.has(field)) continue;
    return { ...around(text, marks, BEFORE), field: names[field] };
  }
  return { text: row.headline, marks: [], field: null };
}

/** The marks of a column's text, where all of it was searched. */
export function marksOf(row: LeadRow, field: FoundIn | undefined, text: string): readonly Mark[] {
  const hit = field && hitIn(row, field);
  return hit && hit.text === text ? hit.marks : [];
}
