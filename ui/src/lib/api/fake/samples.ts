// Invented leads for tests and for the design page. Never part of the built window.
import { DAY, HOUR } from '$lib/format';
import type { LeadDetail, LeadType } from '../generated';

/** The fake's now: a Sunday noon, so that nothing depends on the day a test is run. */
export const NOON = Date.UTC(2026, 10, 22, 12);

/** A received customer inquiry of yesterday with nothing special about it; `over` says what is. */
export function fakeLead(over: Partial<LeadDetail> & { id: number }): LeadDetail {
  const receivedAt = over.receivedAt ?? NOON - DAY;
  return {
    revision: 1,
    leadType: 'customerInquiry',
    origin: 'import',
    referralId: `00000000-0000-4000-8000-${String(over.id).padStart(12, '0')}`,
    engagementId: null,
    favorite: false,
    receivedAt,
    respondBy: receivedAt + 14 * DAY,
    stage: 'received',
    acceptedAt: null,
    archivedAt: null,
    outcome: null,
    reason: null,
    reasonText: null,
    closingNotes: null,
    customer: {
      name: `Customer ${over.id}`,
      size: '51to250employees',
      addressLine1: '1 Example Way',
      addressLine2: null,
      city: 'Springfield',
      state: null,
      postalCode: '00001',
      country: 'US',
    },
    contacts: [
      {
        name: 'Sue Smith',
        givenName: 'Sue',
        familyName: 'Smith',
        title: 'IT manager',
        email: 'sue.smith@customer.example',
        phone: '+1 555 0100',
      },
    ],
    flame: null,
    contacted: null,
    snoozedUntil: null,
    followUp: null,
    need: {
      text: 'We look for a partner.',
      industries: ['Education'],
      products: ['Microsoft365'],
      services: [],
      solutions: [],
    },
    deal: { name: null, value: null, purchaseOn: null, notes: null, crmId: null, campaignId: null },
    employees: [],
    invitedBy: { organizationId: null, organizationName: null, notes: null },
    sourceStatus: { status: 'New', substatus: 'Received' },
    notices: [],
    history: [
      { id: over.id * 1000, at: receivedAt, actor: { kind: 'hearth' }, action: 'received', changes: [], of: null },
    ],
    undo: null,
    merged: [],
    mergedInto: null,
    duplicates: 0,
    ...over,
  };
}

/** The window of a customer who asked to be contacted at `receivedAt`. */
export function asked(receivedAt: number): Pick<LeadDetail, 'receivedAt' | 'flame'> {
  return { receivedAt, flame: { endsAt: receivedAt + 72 * HOUR, contactedAt: null } };
}

interface Sketch {
  customer: string;
  need: string;
  value?: [string, string];
  receivedAgo: number;
  hot?: true;
  favorite?: true;
  type?: LeadType;
  stage?: 'accepted' | 'won' | 'lost' | 'declined' | 'expired';
}

const sketches: Sketch[] = [
  {
    customer: 'Fabrikam Manufacturing',
    need: 'Microsoft 365 roll-out and training for 200',
    value: ['10000', 'USD'],
    receivedAgo: 41 * HOUR,
    hot: true,
    favorite: true,
  },
  {
    customer: '대한민국물산 주식회사',
    need: 'Azure 데이터 웨어하우스 이전 상담 요청',
    value: ['48000000', 'KRW'],
    receivedAgo: 26 * HOUR,
    hot: true,
  },
  {
    customer: 'Northwind Traders',
    need: 'Disaster recovery for two plants',
    value: ['25500', 'EUR'],
    receivedAgo: 144 * HOUR,
    hot: true,
  },
  {
    customer: 'Adventure Works Cycles',
    need: 'Power BI dashboards for field sales',
    value: ['4200', 'USD'],
    receivedAgo: 11 * DAY - HOUR,
  },
  {
    customer: '한빛소프트데이터',
    need: 'Teams 전화 시스템 도입',
    value: ['9000000', 'KRW'],
    receivedAgo: 9 * DAY - HOUR,
    favorite: true,
  },
  {
    customer: 'Tailspin Toys',
    need: 'E-commerce on Azure, peak season',
    value: ['60000', 'USD'],
    receivedAgo: 6 * DAY - HOUR,
  },
  { customer: 'Wide World Importers', need: 'Dynamics 365 Business Central licences', receivedAgo: 5 * DAY - HOUR },
  {
    customer: 'Graphic Design Institute',
    need: 'Learning and certification for 40 teachers',
    value: ['7800', 'USD'],
    receivedAgo: DAY,
  },
  {
    customer: 'Woodgrove Bank',
    need: 'Security operations review',
    value: ['120000.50', 'USD'],
    receivedAgo: 3 * DAY,
    type: 'salesQualified',
  },
  {
    customer: 'Litware Health',
    need: 'Migration of two data centres',
    value: ['86000', 'GBP'],
    receivedAgo: 2 * DAY,
    type: 'marketingQualified',
    hot: true,
  },
  {
    customer: '새봄의료재단',
    need: '환자 상담 챗봇 구축',
    value: ['32000000', 'KRW'],
    receivedAgo: 4 * DAY,
    type: 'marketingQualified',
  },
  {
    customer: 'Proseware Media',
    need: 'Content archive on Azure',
    value: ['18000', 'USD'],
    receivedAgo: 30 * DAY,
    stage: 'accepted',
  },
  {
    customer: 'Contoso Pharmaceuticals',
    need: 'Validated document workflow',
    value: ['54000', 'EUR'],
    receivedAgo: 21 * DAY,
    stage: 'accepted',
    favorite: true,
  },
  {
    customer: '푸른물류',
    need: '창고 재고 대시보드',
    value: ['15000000', 'KRW'],
    receivedAgo: 25 * DAY,
    stage: 'accepted',
  },
  {
    customer: 'Relecloud',
    need: 'Managed services for three years',
    value: ['240000', 'USD'],
    receivedAgo: 60 * DAY,
    stage: 'won',
    favorite: true,
  },
  { customer: 'Lucerne Publishing', need: 'Teams rooms', value: ['3000', 'EUR'], receivedAgo: 55 * DAY, stage: 'lost' },
  { customer: 'Humongous Insurance', need: 'Licence advice', receivedAgo: 50 * DAY, stage: 'declined' },
  {
    customer: 'Trey Research',
    need: 'Sensor data platform',
    value: ['44000', 'USD'],
    receivedAgo: 45 * DAY,
    stage: 'expired',
  },
];

/** A desk as it looks on a working day. */
export function workingDay(now: number): LeadDetail[] {
  return sketches.map((sketch, at) => {
    const id = at + 1;
    const receivedAt = now - sketch.receivedAgo;
    const stage = sketch.stage === undefined ? 'received' : sketch.stage === 'accepted' ? 'accepted' : 'archived';
    const base = fakeLead({ id });
    return {
      ...base,
      receivedAt,
      respondBy: receivedAt + 14 * DAY,
      leadType: sketch.type ?? 'customerInquiry',
      favorite: sketch.favorite ?? false,
      stage,
      acceptedAt: stage === 'received' || sketch.stage === 'declined' ? null : receivedAt + DAY,
      archivedAt: stage === 'archived' ? receivedAt + 20 * DAY : null,
      outcome: stage === 'archived' ? (sketch.stage ?? null) : null,
      reason: sketch.stage === 'lost' ? 3 : sketch.stage === 'declined' ? 1 : null,
      customer: { ...base.customer, name: sketch.customer },
      need: { ...base.need, text: sketch.need },
      flame: sketch.hot ? { endsAt: receivedAt + 72 * HOUR, contactedAt: null } : null,
      deal: {
        ...base.deal,
        name: stage === 'received' ? null : sketch.need,
        value: sketch.value ? { amount: sketch.value[0], currency: sketch.value[1] } : null,
        purchaseOn: stage === 'received' ? null : '2027-01-15',
      },
      history: [
        { id: id * 1000, at: receivedAt, actor: { kind: 'hearth' }, action: 'received', changes: [], of: null },
      ],
    } satisfies LeadDetail;
  });
}

/** Many leads, for lists longer than a page. */
export function manyLeads(count: number): LeadDetail[] {
  return Array.from({ length: count }, (_, at) => fakeLead({ id: at + 1, receivedAt: NOON - DAY - (at * HOUR) / 60 }));
}
