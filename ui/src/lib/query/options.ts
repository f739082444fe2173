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
    {
      value: 'inquiry',
      text: 'lead-type-customer-inquiry',
      also: ['customerinquiry', 'customer', 'marketplace', '고객문의', '문의'],
    },
    { value: 'marketing', text: 'lead-type-marketing-qualified', also: ['marketingqualified', '마케팅', '마케팅적격'] },
    { value: 'sales', text: 'lead-type-sales-qualified', also: ['salesqualified', '영업', '영업적격'] },
  ],
  stage: [
    { value: 'received', text: 'lead-stage-received', also: ['받음', '접수'] },
    { value: 'accepted', text: 'lead-stage-accepted', also: ['수락됨', '수락'] },
    { value: 'archived', text: 'lead-stage-archived', also: ['보관됨', '보관'] },
  ],
  outcome: [
    { value: 'won', text: 'outcome-won', also: ['성사'] },
    { value: 'lost', text: 'outcome-lost', also: ['실패'] },
    { value: 'declined', text: 'outcome-declined', also: ['거절됨', '거절'] },
    { value: 'expired', text: 'outcome-expired', also: ['만료됨', '만료'] },
  ],
  reason: [
    { value: 'budget', text: 'reason-budget', also: ['1', '예산'] },
    { value: 'noresponse', text: 'reason-no-response', also: ['2', '무응답'] },
    { value: 'othervendor', text: 'reason-other-vendor', also: ['3', '다른공급업체', '타사'] },
    { value: 'requirement', text: 'reason-requirement', also: ['4', '요구사항'] },
    { value: 'notacustomer', text: 'reason-not-a-customer', also: ['5', '고객아님'] },
    { value: 'timeline', text: 'reason-timeline', also: ['6', '일정'] },
    { value: 'abuse', text: 'reason-abuse', also: ['7', 'spam', '악용', '스팸'] },
    { value: 'other', text: 'reason-other', also: ['8', '기타'] },
  ],
};

/** What `is:` asks, as something that holds and as something that does not. */
export const flags: readonly (Option & { not: string })[] = [
  { value: 'hot', text: 'filter-is-hot', not: 'filter-is-not-hot', also: ['급함', '대기'] },
  { value: 'lapsed', text: 'filter-is-lapsed', not: 'filter-is-not-lapsed', also: ['지남'] },
  { value: 'unanswered', text: 'filter-is-unanswered', not: 'filter-is-not-unanswered', also: ['미응답'] },
  { value: 'contacted', text: 'filter-is-contacted', not: 'filter-is-not-contacted', also: ['연락함'] },
  { value: 'favorite', text: 'filter-is-favorite', not: 'filter-is-not-favorite', also: ['favourite', '즐겨찾기'] },
  { value: 'snoozed', text: 'filter-is-snoozed', not: 'filter-is-not-snoozed', also: ['다시알림', '미룸'] },
  { value: 'sample', text: 'filter-is-sample', not: 'filter-is-not-sample', also: ['예제'] },
];

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

/** What else a value may say than a value, by the ways in which the core knows it. */
const words: Record<string, readonly string[]> = {
  none: ['없음'],
  set: ['있음'],
  due: ['지금', '도래'],
  today: ['오늘'],
  yesterday: ['어제'],
  tomorrow: ['내일'],
};

/** The word that a value is, such as `none` or `today`, as the window writes it; any other value as it is. */
export function wordOf(value: string): string {
  const typed = value.toLowerCase();
  return Object.keys(words).find((word) => word === typed || words[word]?.includes(typed)) ?? value;
}
