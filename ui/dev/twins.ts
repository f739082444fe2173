// Invented leads that may be the same as others, and the scenes of merging, exporting, selecting and printing.
import { fakeLead, type FakeBackend } from '$lib/api/fake';
import type { LeadDetail } from '$lib/api/generated';
import { DAY, dayOf, HOUR } from '$lib/format';

const person = (name: string, title: string | null, email: string | null, phone: string | null) => ({
  name,
  givenName: null,
  familyName: null,
  title,
  email,
  phone,
});

export function twins(now: number): LeadDetail[] {
  const base = (id: number, name: string, over: Partial<LeadDetail>) =>
    fakeLead({ id, receivedAt: now - 6 * DAY, customer: { ...fakeLead({ id }).customer, name }, ...over });
  return [
    base(201, '한빛소프트데이터(주)', {
      contacts: [person('김민지', '구매팀장', 'minji.kim@hanbit.example', '+82 2-1234-5678')],
      need: { ...fakeLead({ id: 1 }).need, text: 'Teams 전화 시스템을 5개 지점에 도입하려고 합니다.' },
    }),
    base(202, '한빛소프트데이터', {
      receivedAt: now - 2 * DAY,
      stage: 'accepted',
      acceptedAt: now - DAY,
      contacts: [person('김민지', null, 'minji.kim@hanbit.example', '02-1234-5678')],
      need: { ...fakeLead({ id: 1 }).need, text: '전화 시스템 상담 요청' },
      deal: {
        name: 'Teams Phone 도입',
        value: { amount: '9000000', currency: 'KRW' },
        purchaseOn: dayOf(now + 40 * DAY),
        notes: '1월에 예산 확정. 담당자가 화요일 오전에만 통화할 수 있다고 함.',
        crmId: 'CRM-2210',
        campaignId: null,
      },
      followUp: { on: dayOf(now + 3 * DAY), note: '견적서를 보냈는지 확인' },
      employees: [{ name: '이서준', phone: '+82 10-0000-0000', email: 'seojun@partner.example' }],
      contacted: { at: now - 20 * HOUR, way: 'phone', note: null },
    }),
    base(203, 'Contoso Ltd', {
      contacts: [person('Lee Wong', 'Owner', 'lee@contoso.example', '+1 425 555 0134')],
      deal: { ...fakeLead({ id: 1 }).deal, value: { amount: '12000', currency: 'USD' } },
    }),
    base(204, 'Contoso Limited', {
      receivedAt: now - 3 * DAY,
      contacts: [person('Lee Wong', 'Owner', 'lee.wong@contoso.example', '+1 425 555 0134')],
      need: { ...fakeLead({ id: 1 }).need, text: 'Migration of a file server to SharePoint, and training.' },
    }),
    base(205, 'Graphic Design Institute', { referralId: 'f0a1e7c2-57cd-4d0a-8a27-3e6f0b1c9a10' }),
    base(206, 'Graphic Design Institute Inc.', { referralId: 'f0a1e7c2-57cd-4d0a-8a27-3e6f0b1c9a10' }),
  ];
}

export const pairs = [
  {
    one: 205,
    other: 206,
    matches: [
      { kind: 'referralId' as const, value: 'f0a1e7c2-57cd-4d0a-8a27-3e6f0b1c9a10' },
      { kind: 'email' as const, value: 'sue.smith@customer.example' },
    ],
  },
  {
    one: 201,
    other: 202,
    matches: [
      { kind: 'email' as const, value: 'minji.kim@hanbit.example' },
      { kind: 'phone' as const, value: '+82 2-1234-5678' },
    ],
  },
  {
    one: 203,
    other: 204,
    matches: [
      { kind: 'phone' as const, value: '+1 425 555 0134' },
      { kind: 'domainAndName' as const, value: 'contoso.example' },
    ],
  },
];

/** How a scene acts on the window. */
export interface Hands {
  fake: FakeBackend;
  press: (label: RegExp) => void;
  key: (name: string, shift?: boolean) => void;
  open: (id: number) => void;
  chain: (...steps: (() => void)[]) => Promise<void>;
}

const merge = (fake: FakeBackend) => {
  const revision = (id: number) => fake.leads.find((lead) => lead.id === id)?.revision ?? 0;
  void fake.call('merge_leads', {
    kept: 202,
    keptRevision: revision(202),
    other: 201,
    otherRevision: revision(201),
    take: ['need'],
  });
};
const fill = (label: RegExp, text: string) => {
  const field = [...document.querySelectorAll<HTMLElement>('dialog .field')].find((candidate) =>
    label.test(candidate.querySelector('label')?.textContent?.trim() ?? ''),
  );
  const input = field?.querySelector('input');
  if (!input) return;
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true }));
};

export function twinScenes({ fake, press, key, open, chain }: Hands): Record<string, () => void> {
  const mergeFirst = [
    () => key('m'),
    () => document.querySelectorAll<HTMLElement>('dialog .actions button')[3]?.click(),
  ];
  const select = [() => key('x'), () => key('ArrowDown', true), () => key('ArrowDown', true)];
  return {
    duplicates: () => key('m'),
    'duplicates-none': () => key('m'),
    'duplicates-of': () => open(202),
    merge: () => void chain(...mergeFirst),
    'merge-end': () =>
      void chain(...mergeFirst, () => [...document.querySelectorAll('dialog .body')].at(-1)?.scrollTo({ top: 2000 })),
    'merge-swapped': () => void chain(...mergeFirst, () => press(/^(Keep the other|남는 쪽 바꾸기)/)),
    'merge-failed': () =>
      void chain(
        () => fake.fail('merge_leads', { code: 'conflict' }),
        ...mergeFirst,
        () => press(/^(Merge|병합)$/),
      ),
    merged: () =>
      void chain(
        () => merge(fake),
        () => open(202),
        () => document.querySelector('.lead-side')?.scrollTo({ top: 2000 }),
      ),
    'merged-away': () =>
      void chain(
        () => open(201),
        () => merge(fake),
      ),
    likely: () =>
      void chain(
        () => press(/^(Add a lead|잠재 고객 추가)/),
        () => fill(/^(Customer|고객)/, '한빛소프트데이터'),
        () => fill(/^(E-mail|이메일)/, 'minji.kim@hanbit.example'),
      ),
    export: () => key('o'),
    'export-selection': () =>
      void chain(
        ...select,
        () => key('o'),
        () => document.querySelector<HTMLInputElement>('input[value=calendar]')?.click(),
      ),
    exported: () =>
      void chain(
        () => key('o'),
        () => document.querySelector('dialog form')?.dispatchEvent(new Event('submit', { cancelable: true })),
      ),
    selection: () => void chain(...select),
    'selection-two': () => void chain(...select.slice(0, 2)),
    'desk-menu': () => press(/^(More|더 보기)$/),
    'lead-menu': () =>
      void chain(
        () => open(202),
        () => press(/^(More about this lead|이 잠재 고객의 추가)/),
      ),
    print: () =>
      void chain(
        () => open(202),
        () => key('p'),
      ),
    'print-long': () =>
      void chain(
        () => fake.change(1, { need: { ...fakeLead({ id: 1 }).need, text: 'We look for a partner. '.repeat(400) } }),
        () => open(1),
        () => key('p'),
      ),
  };
}
