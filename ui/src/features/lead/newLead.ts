/**
 * A lead typed in by hand as a form: its empty state and what is wrong with what was typed.
 */
import type { AddLead, Timestamp } from '$lib/api/generated';
import {
  amountProblem,
  currencyProblem,
  dateProblem,
  defaultCurrency,
  emailProblem,
  found,
  MAX_LINE,
  MAX_NOTES,
  required,
  tooLong,
  type Problems,
} from './dealForm';

export function emptyLead(now: Timestamp, language: string): AddLead {
  return {
    leadType: 'customerInquiry',
    receivedAt: now,
    requestedContact: false,
    customer: '',
    contact: '',
    title: '',
    email: '',
    phone: '',
    city: '',
    country: '',
    need: '',
    amount: '',
    currency: defaultCurrency(language),
  };
}

/** What is wrong with `lead` at `now`; a currency without an amount says nothing and is not looked at. */
export function newLeadProblems(lead: AddLead, now: Timestamp): Problems {
  const priced = lead.amount.trim() !== '';
  return {
    ...found('customer', required(lead.customer) ?? tooLong(lead.customer, MAX_LINE)),
    ...found('receivedAt', Number.isFinite(lead.receivedAt) ? inTheFuture(lead.receivedAt, now) : 'notADate'),
    ...found('contact', tooLong(lead.contact, MAX_LINE)),
    ...found('title', tooLong(lead.title, MAX_LINE)),
    ...found('email', tooLong(lead.email, MAX_LINE) ?? emailProblem(lead.email)),
    ...found('phone', tooLong(lead.phone, MAX_LINE)),
    ...found('city', tooLong(lead.city, MAX_LINE)),
    ...found('country', tooLong(lead.country, MAX_LINE)),
    ...found('need', required(lead.need) ?? tooLong(lead.need, MAX_NOTES)),
    ...found('amount', priced ? amountProblem(lead.amount, lead.currency) : null),
    ...found('currency', priced ? (required(lead.currency) ?? currencyProblem(lead.currency)) : null),
  };
}

/** A moment later than `now` cannot have happened. */
export function inTheFuture(at: Timestamp, now: Timestamp): 'inTheFuture' | null {
  return at > now ? 'inTheFuture' : null;
}

/** `at` as it is typed, `2026-12-31 14:30`: this computer's clock, to the minute. */
export function localInput(at: Timestamp): string {
  const local = new Date(at);
  const two = (n: number) => String(n).padStart(2, '0');
  const day = `${local.getFullYear()}-${two(local.getMonth() + 1)}-${two(local.getDate())}`;
  return `${day} ${two(local.getHours())}:${two(local.getMinutes())}`;
}

/** The instant that such a text means on this computer's clock; NaN for anything else, also for a day that never was. */
export function instantOf(input: string): Timestamp {
  const match = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2})$/.exec(input.trim());
  if (!match || dateProblem(match[1] ?? '') !== null) return NaN;
  return new Date(`${match[1]}T${match[2]}`).getTime();
}
