// The values that some filters choose from: how each is written, and the text that names it. Every text id is written out, so
// that a search finds it. What else the core understands (other spellings, Korean names) it says itself.
import type { SearchField } from '$lib/api/generated';

export interface Option {
  value: string;
  text: string;
  /** What it may be called by someone who types it. */
  also?: readonly string[];
}

export type ChosenField = 'type' | 'stage' | 'outcome' | 'reason';

export const fieldLabels: Record<SearchField, string> = {
  type: 'field-lead-type',
  stage: 'field-stage',
  outcome: 'field-outcome',
  is: 'filter-field-is',
  country: 'filter-field-country',
  currency: 'filter-field-currency',
  value: 'filter-field-value',
  received: 'field-received',
  respond: 'field-respond-by',
  purchase: 'filter-field-purchase',
  followUp: 'field-follow-up-on',
  campaign: 'filter-field-campaign',
  reason: 'filter-field-reason',
  employee: 'filter-field-employee',
};

export const options: Record<ChosenField, readonly Option[]> = {
  type: [
    { value: 'inquiry', text: 'lead-type-customer-inquiry', also: ['customerinquiry', 'customer', 'marketplace'] },
    { value: 'marketing', text: 'lead-type-marketing-qualified', also: ['marketingqualified', 'mql'] },
    { value: 'sales', text: 'lead-type-sales-qualified', also: ['salesqualified', 'sql'] },
  ],
  stage: [
    { value: 'received', text: 'lead-stage-received' },
    { value: 'accepted', text: 'lead-stage-accepted' },
    { value: 'archived', text: 'lead-stage-archived' },
  ],
  outcome: [
    { value: 'won', text: 'outcome-won' },
    { value: 'lost', text: 'outcome-lost' },
    { value: 'declined', text: 'outcome-declined' },
    { value: 'expired', text: 'outcome-expired' },
  ],
  reason: [
    { value: '1', text: 'reason-budget' },
    { value: '2', text: 'reason-no-response' },
    { value: '3', text: 'reason-other-vendor' },
    { value: '4', text: 'reason-requirement' },
    { value: '5', text: 'reason-not-a-customer' },
    { value: '6', text: 'reason-timeline' },
    { value: '7', text: 'reason-abuse' },
    { value: '8', text: 'reason-other' },
  ],
};

/** What `is:` asks, as something that holds and as something that does not. */
export const flags: readonly { value: string; text: string; not: string }[] = [
  { value: 'hot', text: 'filter-is-hot', not: 'filter-is-not-hot' },
  { value: 'lapsed', text: 'filter-is-lapsed', not: 'filter-is-not-lapsed' },
  { value: 'unanswered', text: 'filter-is-unanswered', not: 'filter-is-not-unanswered' },
  { value: 'contacted', text: 'filter-is-contacted', not: 'filter-is-not-contacted' },
  { value: 'favorite', text: 'filter-is-favorite', not: 'filter-is-not-favorite' },
  { value: 'snoozed', text: 'filter-is-snoozed', not: 'filter-is-not-snoozed' },
  { value: 'sample', text: 'filter-is-sample', not: 'filter-is-not-sample' },
];

const folded = (text: string) =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s_-]/gu, '');

/** The option that a typed value means; by the way it is written or by one of its `names` in the user's language. */
export function optionOf<O extends Omit<Option, 'text'>>(
  list: readonly O[],
  typed: string,
  name: (option: O) => string,
): O | undefined {
  const wanted = folded(typed);
  return list.find((option) =>
    [option.value, ...(option.also ?? []), name(option)].some((one) => folded(one) === wanted),
  );
}
