// Invented content for the design page.
import { workingDay } from '$lib/api/fake';
import type { Digest, LeadDetail, Notice, Reminder, Reminders } from '$lib/api/generated';
import { DAY, dayOf, HOUR } from '$lib/format';

/** A bell after a weekend: single reminders, several at once, and what fell due while the computer was off. */
export function bell(now: number): Pick<Reminders, 'reminders' | 'digests'> {
  const digests: Digest[] = [
    { id: 2, toldAt: now - 5 * HOUR, since: now - 2 * DAY, away: true, fellDue: 9804, expired: 12 },
    { id: 1, toldAt: now - 3 * DAY, since: now - 3 * DAY, away: false, fellDue: 4, expired: 0 },
  ];
  const base = { note: null, failure: null, settled: null, digestId: null, read: true };
  const seen = (at: number) => ({ dueAt: at, shownAt: at });
  const reminders: Omit<Reminder, 'id'>[] = [
    {
      ...base,
      ...seen(now - HOUR),
      leadId: 1,
      customer: 'Fabrikam Manufacturing',
      kind: 'hotLeft',
      topic: 'contact',
      deadline: now + 3 * HOUR,
      read: false,
    },
    {
      ...base,
      ...seen(now - 2 * HOUR),
      shownAt: null,
      failure: 'The name org.freedesktop.Notifications was not provided',
      leadId: 4,
      customer: 'Adventure Works Cycles',
      kind: 'respondLeft',
      topic: 'answer',
      deadline: now + 3 * DAY - 2 * HOUR,
      read: false,
    },
    {
      ...base,
      ...seen(now - 3 * HOUR),
      leadId: 13,
      customer: 'Contoso Pharmaceuticals',
      kind: 'followUp',
      topic: 'followUp',
      deadline: now - 3 * HOUR,
      note: 'Ask for the signed order form, and whether the validation team has found a date for the first workshop in January.',
    },
    {
      ...base,
      ...seen(now - 4 * HOUR),
      leadId: 2,
      customer: '대한민국물산 주식회사',
      kind: 'snoozed',
      topic: 'contact',
      deadline: now + 20 * HOUR,
      settled: { action: 'contacted', at: now - 3.5 * HOUR },
    },
    ...[
      { leadId: 3, customer: 'Northwind Traders', kind: 'hotLapsed', topic: 'contact', deadline: now - DAY },
      { leadId: 10, customer: 'Litware Health', kind: 'hotArrived', topic: 'contact', deadline: now + DAY },
      { leadId: 18, customer: 'Trey Research', kind: 'expired', topic: 'answer', deadline: now - 30 * HOUR },
    ].map((told, at) => ({
      ...base,
      ...(told as Pick<Reminder, 'leadId' | 'customer' | 'kind' | 'topic' | 'deadline'>),
      dueAt: now - DAY - at * 9 * HOUR,
      shownAt: now - 5 * HOUR,
      digestId: 2,
    })),
    ...['Tailspin Toys', 'Wide World Importers', '한빛소프트데이터', 'Graphic Design Institute'].map(
      (customer, at) => ({
        ...base,
        ...seen(now - 3 * DAY),
        leadId: [6, 7, 5, 8][at] ?? 6,
        customer,
        kind: 'respondLeft' as const,
        topic: 'answer' as const,
        deadline: now,
        settled: at === 1 ? { action: 'declined' as const, at: now - 2 * DAY } : null,
        digestId: 1,
      }),
    ),
  ];
  return { digests, reminders: reminders.map((reminder, at) => ({ ...reminder, id: at + 1 })) };
}

export function notices(now: number): Notice[] {
  const base = { createdAt: now - DAY, draftedAt: null, sentAt: null };
  return [
    {
      ...base,
      id: 1,
      leadId: 17,
      customer: 'Humongous Insurance',
      kind: 'declinedToCustomer',
      recipient: 'Sue Smith',
      email: 'sue.smith@customer.example',
    },
    {
      ...base,
      id: 2,
      leadId: 18,
      customer: 'Trey Research',
      kind: 'expiredToMicrosoft',
      recipient: 'Microsoft',
      email: null,
      draftedAt: now - HOUR,
    },
    {
      ...base,
      id: 3,
      leadId: 16,
      customer: 'Lucerne Publishing',
      kind: 'expiredToPartner',
      recipient: 'Contoso Consulting',
      email: 'leads@partner.example',
      sentAt: now - 2 * HOUR,
    },
  ];
}

/** The working day with plans: some snoozed, some to be followed up, one of these today and one overdue. */
export function plannedDay(now: number): LeadDetail[] {
  const plans: Partial<Record<number, Partial<LeadDetail>>> = {
    1: { snoozedUntil: now + 2 * HOUR },
    2: { followUp: { on: dayOf(now + 2 * DAY), note: null } },
    4: {
      followUp: { on: dayOf(now), note: 'Ask whether the board has agreed to the budget, and send the second offer.' },
      snoozedUntil: now + 26 * HOUR,
    },
    5: { followUp: { on: dayOf(now - 3 * DAY), note: null } },
    6: { followUp: { on: dayOf(now + 20 * DAY), note: null } },
    7: { followUp: { on: dayOf(now + 400 * DAY), note: null } },
    8: { snoozedUntil: now + 9 * DAY },
    12: { followUp: { on: dayOf(now + DAY), note: 'Call Sue.' } },
  };
  return workingDay(now).map((lead) => ({ ...lead, ...plans[lead.id] }));
}
