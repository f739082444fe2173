// The fields of a lead in words, and what they hold: for the history, the dry run of an import, a merge.
//
// Which words are decided here; the language and the shape of times, dates and money come in as `Words`. Everything that
// a person or a file wrote is passed on as text and never interpreted.
import type { Field, FieldChange, FieldValue, MoneyText, Timestamp } from '$lib/api/generated';
import { calendarDate, dateTime, moneyWithCode } from '$lib/format';
import { t } from '$lib/i18n';
import { sizeName } from './requirements';

/** How the chosen language says things. */
export interface Words {
  t: (id: string, args?: Record<string, string | number>) => string;
  dateTime: (at: Timestamp) => string;
  date: (day: string) => string;
  money: (money: MoneyText) => string;
}

export interface FieldRow {
  field: Field;
  label: string;
  /** null is an empty field. */
  before: string | null;
  after: string | null;
}

/** The words of the window. */
export const spoken: Words = { t, dateTime, date: calendarDate, money: moneyWithCode };

const FIELDS: Record<Field, string> = {
  leadType: 'field-lead-type',
  stage: 'field-stage',
  outcome: 'field-outcome',
  reason: 'field-reason',
  reasonText: 'field-reason-text',
  closingNotes: 'field-closing-notes',
  favorite: 'field-favorite',
  receivedAt: 'field-received',
  respondBy: 'field-respond-by',
  customer: 'field-customer',
  customerSize: 'field-customer-size',
  address: 'field-address',
  contacts: 'field-contacts',
  requestedContact: 'field-requested-contact',
  contactedAt: 'field-contacted-at',
  contactWay: 'field-contact-way',
  contactNote: 'field-contact-note',
  snoozedUntil: 'field-snoozed-until',
  followUpOn: 'field-follow-up-on',
  followUpNote: 'field-follow-up-note',
  need: 'field-need',
  requirements: 'field-requirements',
  dealName: 'field-deal-name',
  dealValue: 'field-deal-value',
  purchaseOn: 'field-purchase-on',
  notes: 'field-notes',
  crmId: 'field-crm-id',
  campaignId: 'field-campaign-id',
  employees: 'field-employees',
  invitedBy: 'field-invited-by',
  sourceStatus: 'field-source-status',
};

/** The codes of a field and their texts; shared with the rest of the lead's view. */
export const LEAD_TYPES: Record<string, string> = {
  customerInquiry: 'lead-type-customer-inquiry',
  marketingQualified: 'lead-type-marketing-qualified',
  salesQualified: 'lead-type-sales-qualified',
};

export const STAGES: Record<string, string> = {
  received: 'lead-stage-received',
  accepted: 'lead-stage-accepted',
  archived: 'lead-stage-archived',
};

export const OUTCOMES: Record<string, string> = {
  won: 'outcome-won',
  lost: 'outcome-lost',
  declined: 'outcome-declined',
  expired: 'outcome-expired',
};

export const REASONS: Record<string, string> = {
  '1': 'reason-budget',
  '2': 'reason-no-response',
  '3': 'reason-other-vendor',
  '4': 'reason-requirement',
  '5': 'reason-not-a-customer',
  '6': 'reason-timeline',
  '7': 'reason-abuse',
  '8': 'reason-other',
};

export const CONTACT_WAYS: Record<string, string> = {
  phone: 'contact-way-phone',
  email: 'contact-way-email',
  meeting: 'contact-way-meeting',
  other: 'contact-way-other',
};

const CODES: Partial<Record<Field, Record<string, string>>> = {
  leadType: LEAD_TYPES,
  stage: STAGES,
  outcome: OUTCOMES,
  reason: REASONS,
  contactWay: CONTACT_WAYS,
};

/** The words of a code; an unknown one as it came. */
export function codeName(table: Record<string, string>, code: string, t: Words['t']): string {
  const id = Object.hasOwn(table, code) ? table[code] : undefined;
  return id === undefined ? code : t(id);
}

export function fieldRow(change: FieldChange, words: Words): FieldRow {
  return {
    field: change.field,
    label: words.t(FIELDS[change.field]),
    before: valueText(change.field, change.before, words),
    after: valueText(change.field, change.after, words),
  };
}

export function valueText(field: Field, value: FieldValue | null, words: Words): string | null {
  if (value === null) return null;
  switch (value.type) {
    case 'text':
      return field === 'customerSize' ? sizeName(value.value, words.t) : value.value;
    case 'code':
      return codeName(CODES[field] ?? {}, value.value, words.t);
    case 'flag':
      return words.t(value.value ? 'flag-yes' : 'flag-no');
    case 'instant':
      return words.dateTime(value.value);
    case 'date':
      return words.date(value.value);
    case 'money':
      return words.money(value.value);
    case 'people':
      return value.value
        .map((person) => [person.name, person.phone, person.email].filter(Boolean).join(', '))
        .join('\n');
  }
}
