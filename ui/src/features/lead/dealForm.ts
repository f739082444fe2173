/**
 * The deal as a form: what stands in it when it opens, the quick purchase dates, and what is wrong with what was typed.
 *
 * The checks mirror the core's, so that a mistake is shown before anything is sent; the core checks again and has the
 * last word. The form of a lead typed in by hand is in `newLead`.
 */
import type { DealForm, Employee, FieldProblem, LeadDetail, Timestamp } from '$lib/api/generated';
import {
  dateProblem,
  employeeProblems,
  found,
  MAX_LINE,
  MAX_NOTES,
  required,
  tooLong,
  type Problems,
} from '$lib/forms/checks';

/** The currencies offered first; any other three-letter code may be typed. */
export const COMMON_CURRENCIES = [
  'USD',
  'EUR',
  'KRW',
  'JPY',
  'GBP',
  'CNY',
  'AUD',
  'CAD',
  'CHF',
  'INR',
  'SGD',
  'HKD',
  'TWD',
  'BRL',
  'MXN',
  'SEK',
] as const;

export function defaultCurrency(language: string): string {
  return language.startsWith('ko') ? 'KRW' : 'USD';
}

/** The deal of `lead` as it stands, for the edit form. Nothing is made up. */
export function dealFormOf(lead: Pick<LeadDetail, 'deal'>, language: string): DealForm {
  const { deal } = lead;
  return {
    name: deal.name ?? '',
    amount: deal.value?.amount.replace(/\.0+$/, '') ?? '',
    currency: deal.value?.currency ?? defaultCurrency(language),
    purchaseOn: deal.purchaseOn ?? '',
    notes: deal.notes ?? '',
    crmId: deal.crmId ?? '',
    campaignId: deal.campaignId ?? '',
  };
}

/** The accept form of `lead`: its deal, and where that is silent a name and notes from what the customer asked for. */
export function acceptFormOf(lead: Pick<LeadDetail, 'deal' | 'customer' | 'need'>, language: string): DealForm {
  const form = dealFormOf(lead, language);
  const asked = beginning(lead.need.text);
  return {
    ...form,
    name: form.name || (asked ? `${lead.customer.name}: ${asked}` : lead.customer.name).slice(0, MAX_LINE),
    notes: form.notes || lead.need.text,
  };
}

/** The first line of a text, cut at a word near sixty characters. */
function beginning(text: string): string {
  const line = text.trim().split('\n', 1)[0]?.trim() ?? '';
  const letters = [...line];
  if (letters.length <= 60) return line;
  const cut = letters.slice(0, 60).join('');
  const space = cut.lastIndexOf(' ');
  return `${space > 30 ? cut.slice(0, space) : cut}…`;
}

/** The four quick choices of an estimated purchase time frame. Source: domain.md, "Accept form". */
export type QuickDate = 'thisMonth' | 'thisQuarter' | 'nextQuarter' | 'thisYear';

/** The last day of the chosen span in the calendar of this computer, written `2026-12-31`. */
export function quickDate(choice: QuickDate, now: Timestamp): string {
  const today = new Date(now);
  const [year, month] = [today.getFullYear(), today.getMonth()];
  const quarter = Math.floor(month / 3);
  switch (choice) {
    case 'thisMonth':
      return lastDayOf(year, month);
    case 'thisQuarter':
      return lastDayOf(year, quarter * 3 + 2);
    case 'nextQuarter':
      return lastDayOf(year, quarter * 3 + 5);
    case 'thisYear':
      return lastDayOf(year, 11);
  }
}

function lastDayOf(year: number, month: number): string {
  return isoDate(new Date(year, month + 1, 0));
}

function isoDate(day: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

/** The accept form wants every starred field. */
export function acceptProblems(deal: DealForm, employees: Employee[], before: LeadDetail['deal']): Problems {
  return { ...dealProblems(deal, before, () => true), ...employeeProblems(employees) };
}

/** An imported deal may lack what the accept form requires; what it has may not be emptied. */
export function editProblems(deal: DealForm, before: LeadDetail['deal']): Problems {
  return dealProblems(deal, before, (field) => stars(before)[field]);
}

type Starred = 'name' | 'amount' | 'purchaseOn' | 'notes';

/** Which fields of an edit form are required: those that the deal has. */
export function stars(before: LeadDetail['deal']): Record<Starred, boolean> {
  return {
    name: before.name !== null,
    amount: before.value !== null,
    purchaseOn: before.purchaseOn !== null,
    notes: before.notes !== null,
  };
}

function dealProblems(deal: DealForm, before: LeadDetail['deal'], wanted: (field: Starred) => boolean): Problems {
  const asked = (field: Starred) => (wanted(field) ? required(deal[field]) : null);
  const priced = wanted('amount') || deal.amount.trim() !== '';
  // An import may bring longer notes than a form takes; they can be kept, not made longer.
  const notesLimit = Math.max(MAX_NOTES, [...(before.notes ?? '')].length);
  return {
    ...found('name', asked('name') ?? tooLong(deal.name, MAX_LINE)),
    ...found('amount', asked('amount') ?? (deal.amount.trim() ? amountProblem(deal.amount, deal.currency) : null)),
    ...found('currency', priced ? (required(deal.currency) ?? currencyProblem(deal.currency)) : null),
    ...found('purchaseOn', asked('purchaseOn') ?? (deal.purchaseOn.trim() ? dateProblem(deal.purchaseOn) : null)),
    ...found('notes', asked('notes') ?? tooLong(deal.notes, notesLimit)),
    ...found('crmId', tooLong(deal.crmId, MAX_LINE)),
    ...found('campaignId', tooLong(deal.campaignId, MAX_LINE)),
  };
}

export function currencyProblem(currency: string): FieldProblem | null {
  return /^[a-z]{3}$/i.test(currency.trim()) ? null : 'notACurrency';
}

const MAX_MINOR = 999_999_999_999_999n;
/** ISO 4217 currencies whose decimals are not two. Not taken from Intl, which rounds some currencies more than ISO. */
const NO_DECIMALS = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ');
const THREE_DECIMALS = 'BHD IQD JOD KWD LYD OMR TND'.split(' ');

function decimalsOf(currency: string): number {
  const code = currency.trim().toUpperCase();
  if (NO_DECIMALS.includes(code)) return 0;
  return THREE_DECIMALS.includes(code) ? 3 : 2;
}

/** What is wrong with a typed amount: digits, thousands grouped by commas or spaces if at all, a point before decimals. */
export function amountProblem(amount: string, currency: string): FieldProblem | null {
  const text = amount.replace(/\s/g, '');
  const [, minus, whole = '', decimals = ''] = /^(-?)(\d*|\d{1,3}(?:,\d{3})+)(?:\.(\d*))?$/.exec(text) ?? [];
  if (minus === undefined || (whole === '' && decimals === '')) return 'notANumber';
  const digits = whole.replaceAll(',', '');
  if (minus && /[1-9]/.test(digits + decimals)) return 'negative';
  const places = decimalsOf(currency);
  if (/[1-9]/.test(decimals.slice(places))) return 'tooPrecise';
  const minor = BigInt(`0${digits}${decimals.slice(0, places).padEnd(places, '0')}`);
  return minor > MAX_MINOR ? 'tooLarge' : null;
}
