// How the fake reads a query and whether a lead fits it: the grammar of the core, in small and in English only.
import { piecesBetween, unquoted } from '$lib/query/quotes';
import type { LeadDetail, QueryPart, QueryProblem, SearchField } from '../generated';
import { dayOf } from './alarm';

const fields: Record<string, SearchField> = {
  type: 'type',
  stage: 'stage',
  outcome: 'outcome',
  is: 'is',
  country: 'country',
  currency: 'currency',
  value: 'value',
  received: 'received',
  respond: 'respond',
  purchase: 'purchase',
  followup: 'followUp',
  campaign: 'campaign',
  reason: 'reason',
  employee: 'employee',
};

const known: Partial<Record<SearchField, readonly string[]>> = {
  type: ['inquiry', 'marketing', 'sales'],
  stage: ['received', 'accepted', 'archived'],
  outcome: ['won', 'lost', 'declined', 'expired', 'set', 'none'],
  is: ['hot', 'lapsed', 'unanswered', 'contacted', 'favorite', 'snoozed', 'sample'],
};

const types = { inquiry: 'customerInquiry', marketing: 'marketingQualified', sales: 'salesQualified' } as const;

/** A name of which one letter is missing or wrong. */
function nearest(name: string): string | null {
  const wrong = (one: string) => {
    const shared = [...one].filter((letter) => name.includes(letter)).length;
    return Math.abs(one.length - name.length) <= 1 && shared >= one.length - 1;
  };
  return Object.keys(fields).find(wrong) ?? null;
}

const listed = (value: string) => value.toLowerCase().split(',');

function problemOf(field: SearchField, value: string): QueryProblem | null {
  if (value === '') return { kind: 'noValue' };
  const names = known[field];
  if (names && !listed(value).every((one) => names.includes(one))) return { kind: 'unknownValue', known: [...names] };
  if (field === 'value' && !/^(<=?|>=?)?[\d.]+$|^[\d.]*\.\.[\d.]*$|^(set|none)$/.test(value))
    return { kind: 'notANumber' };
  return null;
}

export function partsOf(query: string): QueryPart[] {
  return piecesBetween('blanks', query).map(({ from, text }) => {
    const [, minus, name, typed] = /^(-?)([\p{L}]+):(.*)$/u.exec(text) ?? [];
    const place = { from, until: from + text.length };
    const value = unquoted(typed ?? text);
    if (name === undefined) return { ...place, field: null, not: false, value, problem: null };
    const field = fields[name.toLowerCase()] ?? null;
    const problem: QueryProblem | null = field
      ? problemOf(field, value)
      : { kind: 'unknownField', nearest: nearest(name.toLowerCase()) };
    return { ...place, field, not: minus === '-', value, problem };
  });
}

function holds(lead: LeadDetail, field: SearchField, value: string, now: number): boolean {
  const { customer, deal, flame, stage, followUp } = lead;
  const on = followUp?.on;
  const open = stage !== 'archived' && on !== undefined;
  switch (field) {
    case 'followUp':
      return value === 'set' ? open : value === 'due' ? open && on <= dayOf(now) : on === value;
    case 'country':
      return value === 'none' ? customer.country === null : customer.country?.toLowerCase() === value;
    case 'currency':
      return deal.value?.currency.toLowerCase() === value;
    case 'campaign':
      return (deal.campaignId ?? '').toLowerCase().startsWith(value);
    case 'type':
      return lead.leadType === types[value as keyof typeof types];
    case 'stage':
      return stage === value;
    case 'outcome':
      return value === 'none' ? lead.outcome === null : lead.outcome === value;
    case 'value': {
      const amount = deal.value ? Number(deal.value.amount) : NaN;
      const [, sign = '', bound] = /^(<=?|>=?)?(.*)$/.exec(value) ?? [];
      const [from, to] = value.split('..');
      if (to !== undefined) return amount >= Number(from) && (to === '' || amount <= Number(to));
      const edge = Number(bound);
      if (sign === '>') return amount > edge;
      if (sign === '>=') return amount >= edge;
      if (sign === '<') return amount < edge;
      return sign === '<=' ? amount <= edge : amount === edge;
    }
    case 'received': {
      const days = /^<(\d+)d$/.exec(value)?.[1];
      return days === undefined || now - lead.receivedAt < Number(days) * 86_400_000;
    }
    case 'is':
      if (value === 'favorite') return lead.favorite;
      if (value === 'contacted') return flame !== null && flame.contactedAt !== null;
      if (value === 'unanswered') return stage === 'received';
      if (value === 'snoozed') return lead.snoozedUntil !== null && lead.snoozedUntil > now;
      if (value === 'hot') return stage === 'received' && flame !== null && !flame.contactedAt && flame.endsAt > now;
      if (value === 'lapsed')
        return stage === 'received' && flame !== null && !flame.contactedAt && flame.endsAt <= now;
      return false;
    default:
      return true;
  }
}

/** Whether a lead has every word of a query and fits its filters; what is not understood asks nothing. */
export function matches(lead: LeadDetail, query: string, now: number): boolean {
  const { customer, contacts, deal, need } = lead;
  const names = contacts.map((contact) => contact.name);
  const searched = [customer.name, need.text, deal.name, deal.notes, deal.crmId, ...names];
  const text = searched.join('\n').normalize('NFC').toLowerCase();
  return partsOf(query.normalize('NFC')).every(({ field, not, value, problem }) => {
    if (problem) return true;
    if (field === null) return text.includes(value.toLowerCase());
    return listed(value).some((one) => holds(lead, field, one, now)) !== not;
  });
}
