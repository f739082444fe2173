// The columns that the list can show beside the lead itself: what they are called, what they say of a lead, by what they are
// sorted, how wide they come; and how a choice of them is changed. Pure: the time comes in as an argument.
import type { ColumnWidth, Density, FoundIn, LeadRow, ListColumn, SortBy, Timestamp } from '$lib/api/generated';
import { calendarDate, countryName, date, dateTime, money } from '$lib/format';
import { t } from '$lib/i18n';
import { codeName, LEAD_TYPES, OUTCOMES, REASONS, STAGES } from '$lib/words/fields';
import { timeOf, timeText } from '$lib/words/rowText';

export interface Column {
  /** The text that names it. */
  label: string;
  /** `null` for one that cannot be sorted by. */
  sort: SortBy | null;
  width: number;
  /** Whether it stands at the right end of its cell, as numbers do. */
  end?: true;
  /** What it says; empty where there is nothing. */
  text: (row: LeadRow, now: Timestamp) => string;
  /** What it says at length, where it is cut short. */
  title?: (row: LeadRow) => string;
  /** The field of a search whose hits are marked in it. */
  found?: FoundIn;
}

const instant = (at: Timestamp | null) => (at === null ? '' : date(at));
const exact = (at: Timestamp | null) => (at === null ? '' : dateTime(at));
const day = (on: string | null) => (on === null ? '' : calendarDate(on));

/** In the order in which they are offered. */
export const columns: Record<ListColumn, Column> = {
  timeLeft: {
    label: 'sort-time-left',
    sort: 'timeLeft',
    width: 150,
    end: true,
    text: (row, now) => timeText(timeOf(row, now)),
  },
  value: {
    label: 'sort-value',
    sort: 'value',
    width: 110,
    end: true,
    text: ({ value }) => (value ? money(value) : ''),
  },
  received: {
    label: 'sort-received',
    sort: 'received',
    width: 116,
    text: ({ receivedAt }) => instant(receivedAt),
    title: ({ receivedAt }) => exact(receivedAt),
  },
  respondBy: {
    label: 'sort-respond-by',
    sort: 'respondBy',
    width: 116,
    text: ({ respondBy }) => instant(respondBy),
    title: ({ respondBy }) => exact(respondBy),
  },
  followUp: {
    label: 'sort-follow-up',
    sort: 'followUp',
    width: 116,
    text: ({ followUpOn }) => day(followUpOn),
  },
  purchase: {
    label: 'sort-purchase-date',
    sort: 'purchase',
    width: 124,
    text: ({ purchaseOn }) => day(purchaseOn),
  },
  archived: {
    label: 'sort-archived',
    sort: 'archived',
    width: 116,
    text: ({ archivedAt }) => instant(archivedAt),
    title: ({ archivedAt }) => exact(archivedAt),
  },
  stage: {
    label: 'column-status',
    sort: 'stage',
    width: 96,
    text: ({ stage }) => codeName(STAGES, stage, t),
  },
  outcome: {
    label: 'column-substatus',
    sort: 'outcome',
    width: 96,
    text: ({ outcome }) => (outcome === null ? '' : codeName(OUTCOMES, outcome, t)),
  },
  reason: {
    label: 'column-reason',
    sort: 'reason',
    width: 190,
    text: ({ reason }) => (reason === null ? '' : codeName(REASONS, String(reason), t)),
  },
  leadType: {
    label: 'column-lead-type',
    sort: 'leadType',
    width: 150,
    text: ({ leadType }) => codeName(LEAD_TYPES, leadType, t),
  },
  contact: {
    label: 'column-contact-name',
    sort: 'contact',
    width: 140,
    text: ({ contact }) => contact ?? '',
    found: 'contact',
  },
  email: {
    label: 'list-column-email',
    sort: null,
    width: 200,
    text: ({ email }) => email ?? '',
    found: 'email',
  },
  phone: {
    label: 'list-column-phone',
    sort: null,
    width: 140,
    text: ({ phone }) => phone ?? '',
    found: 'phone',
  },
  city: {
    label: 'column-city',
    sort: 'city',
    width: 120,
    text: ({ city }) => city ?? '',
    found: 'city',
  },
  country: {
    label: 'column-country',
    sort: 'country',
    width: 120,
    text: ({ country }) => (country === null ? '' : countryName(country)),
  },
  deal: {
    label: 'column-deal-name',
    sort: 'deal',
    width: 190,
    text: ({ deal }) => deal ?? '',
    found: 'deal',
  },
  crmId: {
    label: 'column-crm-id',
    sort: 'crmId',
    width: 120,
    text: ({ crmId }) => crmId ?? '',
    found: 'crmId',
  },
  campaign: {
    label: 'list-column-campaign',
    sort: 'campaign',
    width: 140,
    text: ({ campaignId }) => campaignId ?? '',
    found: 'campaign',
  },
  employees: {
    label: 'field-employees',
    sort: null,
    width: 140,
    text: ({ employee, employees }) =>
      employee === null
        ? ''
        : employees > 1
          ? t('list-employees-more', { name: employee, more: employees - 1 })
          : employee,
  },
};

export const offered = Object.keys(columns) as ListColumn[];

export const NARROWEST = 56;
export const WIDEST = 640;

/** How tall a row is, in pixels. */
export const rowHeight: Record<Density, number> = { roomy: 65, dense: 36 };

/** How wide the lead itself is at least beside columns, its heart included. */
export const LEAD_WIDTH = 264;
export const HEART_WIDTH = 40;

/** The tracks of a row: the lead, its heart, the columns. */
export function template(chosen: readonly ColumnWidth[]): string {
  const lead = chosen.length > 0 ? `${LEAD_WIDTH - HEART_WIDTH}px` : '0px';
  return [`minmax(${lead}, 1fr)`, `${HEART_WIDTH}px`, ...chosen.map(({ width }) => `${width}px`)].join(' ');
}

export function totalWidth(chosen: readonly ColumnWidth[]): number {
  return chosen.length === 0 ? 0 : chosen.reduce((sum, { width }) => sum + width, LEAD_WIDTH);
}

/** Adds a column at the end, or takes it away. */
export function toggled(chosen: readonly ColumnWidth[], column: ListColumn): ColumnWidth[] {
  const without = chosen.filter((other) => other.column !== column);
  return without.length < chosen.length ? without : [...chosen, { column, width: columns[column].width }];
}

/** Puts a column to a place among the others. */
export function placed(chosen: readonly ColumnWidth[], column: ListColumn, to: number): ColumnWidth[] {
  const own = chosen.find((other) => other.column === column);
  if (!own) return [...chosen];
  const others = chosen.filter((other) => other !== own);
  others.splice(Math.min(others.length, Math.max(0, to)), 0, own);
  return others;
}

/** Gives a column another width; without one, that with which it comes. */
export function resized(chosen: readonly ColumnWidth[], column: ListColumn, width?: number): ColumnWidth[] {
  const wanted = Math.round(Math.min(WIDEST, Math.max(NARROWEST, width ?? columns[column].width)));
  return chosen.map((other) => (other.column === column ? { column, width: wanted } : other));
}
