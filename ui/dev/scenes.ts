// Invented content for the design page.
import { workingDay } from '$lib/api/fake';
import type { ImportReport, LeadDetail, Notice, Reminder } from '$lib/api/generated';
import { DAY, dayOf, HOUR } from '$lib/format';

export const longReport: ImportReport = {
  files: [
    {
      name: 'leads-2026-11-20.csv',
      problem: null,
      added: 128,
      updated: 12,
      unchanged: 40,
      setAside: 3,
      refused: 2,
      refusedRows: [
        { row: 17, column: 'Estimated Deal Value', value: 'ten thousand', reason: 'badAmount' },
        { row: 58, column: 'Customer Name', value: null, reason: 'missingCustomer' },
      ],
    },
    {
      name: 'download.html',
      problem: { code: 'webPage' },
      added: 0,
      updated: 0,
      unchanged: 0,
      setAside: 0,
      refused: 0,
      refusedRows: [],
    },
  ],
};

export function reminders(now: number): Reminder[] {
  const kinds = ['hot4h', 'respond3d', 'hotLapsed', 'hot24h', 'hotArrived'] as const;
  const customers = [
    'Fabrikam Manufacturing',
    'Adventure Works Cycles',
    'Northwind Traders',
    '대한민국물산 주식회사',
    'Litware Health',
  ];
  return kinds.map((kind, at) => ({
    id: at + 1,
    leadId: [1, 4, 3, 2, 10][at] ?? 1,
    customer: customers[at] ?? '',
    kind,
    dueAt: now - at * 5 * HOUR - HOUR,
    deadline: now + HOUR,
    shownAt: at === 1 ? null : now - at * 5 * HOUR - HOUR,
    failure: at === 1 ? 'The name org.freedesktop.Notifications was not provided' : null,
    read: at > 1,
  }));
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
