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

/** The orders of each stage: what counts down there is the answer, the purchase, or nothing any more. */
export const orderLabels: Record<StageKind, readonly { value: SortBy; text: string }[]> = {
  received: [
    { value: 'timeLeft', text: 'sort-time-left' },
    { value: 'received', text: 'sort-received' },
    { value: 'respondBy', text: 'sort-respond-by' },
    { value: 'followUp', text: 'sort-follow-up' },
    { value: 'value', text: 'sort-value' },
    { value: 'customer', text: 'sort-customer' },
  ],
  accepted: [
    { value: 'received', text: 'sort-received' },
    { value: 'timeLeft', text: 'sort-purchase-date' },
    { value: 'followUp', text: 'sort-follow-up' },
    { value: 'value', text: 'sort-value' },
    { value: 'customer', text: 'sort-customer' },
  ],
  archived: [
    { value: 'received', text: 'sort-received' },
    { value: 'timeLeft', text: 'sort-archived' },
    { value: 'value', text: 'sort-value' },
    { value: 'customer', text: 'sort-customer' },
  ],
};

/** The orders of a list of all stages. */
export const orderLabelsOfAll: readonly { value: SortBy; text: string }[] = [
  { value: 'received', text: 'sort-received' },
  { value: 'respondBy', text: 'sort-respond-by' },
  { value: 'followUp', text: 'sort-follow-up' },
  { value: 'value', text: 'sort-value' },
  { value: 'customer', text: 'sort-customer' },
];

/** What an empty list of a stage says. */
export const emptyText: Record<StageKind, string> = {
  received: 'list-empty-received',
  accepted: 'list-empty-accepted',
  archived: 'list-empty-archived',
};
