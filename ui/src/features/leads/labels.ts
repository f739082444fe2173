// The names of tabs, stages and orders. Every text id is written out, so that a search finds it.
import type { SortBy, StageKind, Tab } from '$lib/api/generated';

export const tabLabel: Record<Tab, string> = {
  all: 'tab-all',
  marketplace: 'tab-marketplace',
  qualified: 'tab-qualified',
  favorites: 'tab-favorites',
};

export const stageLabel: Record<StageKind, string> = {
  received: 'lead-stage-received',
  accepted: 'lead-stage-accepted',
  archived: 'lead-stage-archived',
};

const orderLabel: Record<SortBy, string> = {
  received: 'sort-received',
  respondBy: 'sort-respond-by',
  timeLeft: 'sort-time-left',
  value: 'sort-value',
  customer: 'sort-customer',
  followUp: 'sort-follow-up',
  purchase: 'sort-purchase-date',
  archived: 'sort-archived',
  contact: 'column-contact-name',
  city: 'column-city',
  country: 'column-country',
  deal: 'column-deal-name',
  crmId: 'column-crm-id',
  campaign: 'list-column-campaign',
  leadType: 'column-lead-type',
  stage: 'column-status',
  outcome: 'column-substatus',
  reason: 'column-reason',
};

/** The orders that are of use everywhere. */
const everywhere: readonly SortBy[] = [
  'customer',
  'contact',
  'city',
  'country',
  'deal',
  'crmId',
  'campaign',
  'leadType',
];

/** Those of each stage, and of a list of all: what counts down there is the answer, the purchase, or nothing any more. */
const ordersHere: Record<StageKind | 'all', readonly SortBy[]> = {
  received: ['timeLeft', 'received', 'respondBy', 'followUp', 'value'],
  accepted: ['received', 'timeLeft', 'followUp', 'value'],
  archived: ['received', 'timeLeft', 'value', 'outcome', 'reason'],
  all: ['received', 'timeLeft', 'respondBy', 'followUp', 'purchase', 'archived', 'value', 'stage', 'outcome', 'reason'],
};

/** The orders to choose from, by name; the one that the list has by now is always among them. */
export function ordersOf(stage: StageKind | null, now: SortBy): { value: SortBy; text: string }[] {
  const here = [...ordersHere[stage ?? 'all'], ...everywhere];
  return (here.includes(now) ? here : [...here, now]).map((value) => {
    // What is left of its time is another thing in each stage.
    if (value === 'timeLeft' && stage === 'accepted') return { value, text: 'sort-purchase-date' };
    if (value === 'timeLeft' && stage === 'archived') return { value, text: 'sort-archived' };
    return { value, text: orderLabel[value] };
  });
}

/** What an empty list of a stage says. */
export const emptyText: Record<StageKind, string> = {
  received: 'list-empty-received',
  accepted: 'list-empty-accepted',
  archived: 'list-empty-archived',
};
