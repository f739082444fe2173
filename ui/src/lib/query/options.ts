// The values that some filters choose from, and the text that names each. How they are written, and what else the core understands,
// comes from the core (`searchNames`). Every text id is written out, so that a search finds it.
import { searchNames, type SearchField } from '$lib/api/generated';

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

const labels: { [F in ChosenField]: Record<keyof (typeof searchNames)[F], string> } = {
  type: {
    inquiry: 'lead-type-customer-inquiry',
    marketing: 'lead-type-marketing-qualified',
    sales: 'lead-type-sales-qualified',
  },
  stage: { received: 'lead-stage-received', accepted: 'lead-stage-accepted', archived: 'lead-stage-archived' },
  outcome: { won: 'outcome-won', lost: 'outcome-lost', declined: 'outcome-declined', expired: 'outcome-expired' },
  reason: {
    budget: 'reason-budget',
    noresponse: 'reason-no-response',
    othervendor: 'reason-other-vendor',
    requirement: 'reason-requirement',
    notacustomer: 'reason-not-a-customer',
    timeline: 'reason-timeline',
    abuse: 'reason-abuse',
    other: 'reason-other',
  },
};

const flagLabels: Record<keyof typeof searchNames.is, { text: string; not: string }> = {
  hot: { text: 'filter-is-hot', not: 'filter-is-not-hot' },
  lapsed: { text: 'filter-is-lapsed', not: 'filter-is-not-lapsed' },
  unanswered: { text: 'filter-is-unanswered', not: 'filter-is-not-unanswered' },
  contacted: { text: 'filter-is-contacted', not: 'filter-is-not-contacted' },
  favorite: { text: 'filter-is-favorite', not: 'filter-is-not-favorite' },
  snoozed: { text: 'filter-is-snoozed', not: 'filter-is-not-snoozed' },
  sample: { text: 'filter-is-sample', not: 'filter-is-not-sample' },
};

/** The options of `names` in the core's order, each with what it is called on the screen. */
function named<L>(names: Readonly<Record<string, readonly string[]>>, labelOf: (value: string) => L) {
  return Object.entries(names).map(([value, also]) => ({ value, also, ...labelOf(value) }));
}

function chosen<F extends ChosenField>(field: F): readonly Option[] {
  const of: Readonly<Record<string, string>> = labels[field];
  return named(searchNames[field], (value) => ({ text: of[value] ?? value }));
}

export const options: Record<ChosenField, readonly Option[]> = {
  type: chosen('type'),
  stage: chosen('stage'),
  outcome: chosen('outcome'),
  reason: chosen('reason'),
};

/** What `is:` asks, as something that holds and as something that does not. */
export const flags: readonly (Option & { not: string })[] = named(
  searchNames.is,
  (value) => flagLabels[value as keyof typeof flagLabels],
);

const folded = (text: string) =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s_-]/gu, '');

/** The option that a typed value means, by any of the ways in which the core knows it. */
export function optionOf<O extends Option>(list: readonly O[], typed: string): O | undefined {
  const wanted = folded(typed);
  return list.find((option) => [option.value, ...(option.also ?? [])].some((one) => folded(one) === wanted));
}

/** What a value may say besides a value: whether there is one, whether its day has come, a day by name. */
const words: Readonly<Record<string, readonly string[]>> = {
  ...searchNames.presence,
  ...searchNames.followUp,
  ...searchNames.day,
};

/** The word that a value is, such as `none` or `today`, as the window writes it; any other value as it is. */
export function wordOf(value: string): string {
  const typed = value.toLowerCase();
  return Object.keys(words).find((word) => word === typed || words[word]?.includes(typed)) ?? value;
}
