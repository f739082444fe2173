// How the fake finds, orders and counts leads: the rules of the core's lists, in small.
import type { LeadDetail, LeadRow, ListQuery, StageCounts, Tab, TabCounts } from '../generated';
import { matches } from './queries';

export function tabOf(lead: LeadDetail): Tab {
  return lead.leadType === 'customerInquiry' ? 'marketplace' : 'qualified';
}

export function isWaiting(lead: LeadDetail, now: number): boolean {
  return (
    lead.mergedInto === null &&
    lead.stage === 'received' &&
    lead.flame !== null &&
    lead.flame.contactedAt === null &&
    lead.flame.endsAt > now
  );
}

export function rowOf(lead: LeadDetail): LeadRow {
  return {
    id: lead.id,
    revision: lead.revision,
    leadType: lead.leadType,
    stage: lead.stage,
    outcome: lead.outcome,
    customer: lead.customer.name.slice(0, 200),
    headline: (lead.deal.name ?? lead.need.text).slice(0, 200),
    receivedAt: lead.receivedAt,
    respondBy: lead.respondBy,
    archivedAt: lead.archivedAt,
    purchaseOn: lead.deal.purchaseOn,
    flame: lead.flame,
    snoozedUntil: lead.snoozedUntil,
    followUpOn: lead.followUp?.on ?? null,
    value: lead.deal.value,
    favorite: lead.favorite,
    contact: lead.contacts[0]?.name ?? null,
    email: lead.contacts[0]?.email ?? null,
    phone: lead.contacts[0]?.phone ?? null,
    city: lead.customer.city,
    country: lead.customer.country,
    deal: lead.deal.name,
    crmId: lead.deal.crmId,
    campaignId: lead.deal.campaignId,
    employee: lead.employees[0]?.name ?? null,
    employees: lead.employees.length,
    reason: lead.reason,
    hits: [],
  };
}

export function listed(leads: readonly LeadDetail[], query: ListQuery, now: number): LeadDetail[] {
  const found = leads.filter(
    (lead) =>
      lead.mergedInto === null &&
      (query.stage === null || lead.stage === query.stage) &&
      (query.tab === 'all' || (query.tab === 'favorites' ? lead.favorite : tabOf(lead) === query.tab)) &&
      matches(lead, query.query, now),
  );
  const way = query.descending ? -1 : 1;
  const rank = (lead: LeadDetail): number | string => {
    if (query.sort === 'received') return lead.receivedAt;
    if (query.sort === 'respondBy') return lead.respondBy;
    if (query.sort === 'value') return Number(lead.deal.value?.amount ?? NaN);
    if (query.sort === 'followUp') return lead.followUp?.on ?? '9999';
    if (query.sort === 'customer') return lead.customer.name.toLowerCase();
    if (lead.stage === 'accepted') return lead.deal.purchaseOn ?? '9999';
    if (lead.stage === 'archived') return lead.archivedAt ?? 0;
    return isWaiting(lead, now) && lead.flame ? lead.flame.endsAt : lead.respondBy;
  };
  return found.sort((one, other) => {
    const [a, b] = [rank(one), rank(other)];
    if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
    if (a !== b) return (a < b ? -1 : 1) * way;
    return (one.id - other.id) * way;
  });
}

export function counted(leads: readonly LeadDetail[], query: string, now: number): TabCounts {
  const none = (): StageCounts => ({ received: 0, accepted: 0, archived: 0 });
  const counts: TabCounts = { all: none(), marketplace: none(), qualified: none(), favorites: none() };
  for (const lead of leads) {
    if (lead.mergedInto !== null || !matches(lead, query, now)) continue;
    counts.all[lead.stage]++;
    counts[tabOf(lead)][lead.stage]++;
    if (lead.favorite) counts.favorites[lead.stage]++;
  }
  return counts;
}
