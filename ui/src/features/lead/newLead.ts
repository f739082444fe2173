/**
 * A lead typed in by hand as a form: its empty state and what is wrong with what was typed.
 */
import type { AddLead, Timestamp } from '$lib/api/generated';
import {
  emailProblem,
  found,
  inTheFuture,
  MAX_LINE,
  MAX_NOTES,
  required,
  tooLong,
  type Problems,
} from '$lib/forms/checks';
import { amountProblem, currencyProblem, defaultCurrency } from './dealForm';

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
