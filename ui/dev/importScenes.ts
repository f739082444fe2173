// Invented imports for the design page: drafts, dry runs, past imports, the watched folder, arrivals.
import type { FakeDraft } from '../src/lib/api/fake/imports';
import type {
  Arrival,
  Column,
  DraftFile,
  FileReport,
  ForeseenRow,
  ImportEntry,
  ImportUndo,
  Look,
  Mapping,
} from '$lib/api/generated';
import { DAY, HOUR } from '$lib/format';

const heads: [string, Column | null, string[]][] = [
  [
    'Firma',
    'customerName',
    ['Fabrikam Manufacturing', 'Northwind Traders', '대한민국물산 주식회사', 'Lucerne Publishing GmbH & Co. KG'],
  ],
  ['Ansprechpartner', 'contactName', ['Sue Smith', '김민수', 'José Álvarez de la Cruz']],
  ['E-Mail', 'contactEmail', ['sue.smith@customer.example', 'minsu.kim@trading.example']],
  ['Telefon', 'contactPhone', ['+49 30 901820', '02-555-0134']],
  ['Eingang', 'received', ['03/04/2026', '11/12/2026', '24/11/2026']],
  ['Auftragswert', 'value', ['12.500,00', '1.200.000', '980,5']],
  [
    'Was wird gebraucht?',
    'need',
    [
      'Ein Partner für die Umstellung von 400 Arbeitsplätzen auf Microsoft 365, möglichst bis Ende des Jahres',
      'Teams-Telefonie',
    ],
  ],
  ['Messestand', null, ['Halle 7, B12', 'Halle 7, B14']],
  ['Betreuer', null, []],
];

export const fairMapping: Mapping = {
  columns: heads.map(([heading, column]) => ({ heading, column })),
  leadType: 'marketingQualified',
  currency: 'EUR',
  dateOrder: 'dayMonthYear',
  decimalMark: 'comma',
};

const fairLook: Look = {
  format: 'table',
  encoding: 'Windows-1252',
  columns: heads.map(([heading, , samples]) => ({ heading, samples })),
  mapping: fairMapping,
  rows: 1204,
  counted: true,
};

const look = (over: Partial<Look>): Look => ({
  format: 'partnerCenterJson',
  encoding: 'UTF-8',
  columns: [],
  mapping: null,
  rows: 128,
  counted: true,
  ...over,
});

const file = (over: Partial<DraftFile> & { name: string }): DraftFile => ({
  bytes: 310_200,
  look: look({}),
  problem: null,
  savedMapping: null,
  ...over,
});

export const fair = file({ name: 'Messe-Kontakte 2026.csv', bytes: 186_000, look: fairLook });
export const known = file({
  name: 'leads-2026-11-20.csv',
  look: look({
    format: 'partnerCenterCsv',
    columns: [
      { heading: 'Customer Name', samples: ['Fabrikam'] },
      { heading: 'Estimated Deal Value', samples: ['10000'] },
    ],
    mapping: {
      ...fairMapping,
      columns: [
        { heading: 'Customer Name', column: 'customerName' },
        { heading: 'Estimated Deal Value', column: 'value' },
      ],
    },
    rows: 5000,
    counted: false,
  }),
});
export const webPage = file({ name: 'download.html', bytes: 48_000, look: null, problem: { code: 'webPage' } });

const customers = [
  'Fabrikam Manufacturing',
  '대한민국물산 주식회사',
  'Northwind Traders',
  'Lucerne Publishing',
  'Wide World Importers',
];
const name = (row: number) => `${customers[row % customers.length]} ${row}`;
const nothing = { lead: null, changes: [], doubt: null };

function row(at: number, over: Partial<ForeseenRow>): ForeseenRow {
  return { file: 0, row: at, outcome: 'added', foreseen: { customer: name(at), ...nothing }, refused: null, ...over };
}

/** A dry run with everything in it; `many` rows more are added. */
export function rows(many: number): ForeseenRow[] {
  return [
    row(2, {}),
    row(3, {
      outcome: 'updated',
      foreseen: {
        customer: 'Adventure Works Cycles',
        lead: 4,
        doubt: null,
        changes: [
          { field: 'stage', before: { type: 'code', value: 'received' }, after: { type: 'code', value: 'accepted' } },
          {
            field: 'dealValue',
            before: { type: 'money', value: { amount: '10000.00', currency: 'EUR' } },
            after: { type: 'money', value: { amount: '12500.00', currency: 'EUR' } },
          },
          { field: 'purchaseOn', before: null, after: { type: 'date', value: '2026-12-31' } },
          {
            field: 'notes',
            before: { type: 'text', value: 'Call Sue.' },
            after: {
              type: 'text',
              value:
                'Call Sue again in December: the board meets on the 14th and wants three references from manufacturing.',
            },
          },
          { field: 'crmId', before: null, after: { type: 'text', value: 'OPP-2026-1187' } },
          { field: 'favorite', before: { type: 'flag', value: false }, after: { type: 'flag', value: true } },
        ],
      },
    }),
    row(4, { outcome: 'unchanged' }),
    ...[5, 6, 7].map((at) =>
      row(at, {
        outcome: 'doubtful',
        foreseen: {
          customer: name(at),
          lead: null,
          changes: [],
          doubt: {
            lead: at === 7 ? null : at,
            row: at === 7 ? 2 : null,
            customer: at === 6 ? 'Fabrikam Mfg.' : name(at),
            matches:
              at === 6
                ? [
                    { kind: 'email', value: 'sue.smith@customer.example' },
                    { kind: 'phone', value: '+49 30 901820' },
                  ]
                : [{ kind: 'domainAndName', value: 'customer.example, Fabrikam / Fabrikam Mfg.' }],
            decision: at === 5 ? 'add' : 'leaveOut',
          },
        },
      }),
    ),
    row(8, { outcome: 'setAside' }),
    row(9, {
      outcome: 'refused',
      foreseen: { customer: 'Tailspin Toys', ...nothing },
      refused: { row: 9, column: 'Auftragswert', value: 'zehntausend', reason: 'badAmount' },
    }),
    row(10, {
      outcome: 'refused',
      foreseen: { customer: '', ...nothing },
      refused: { row: 10, column: 'Firma', value: null, reason: 'missingCustomer' },
    }),
    ...Array.from({ length: many }, (_, at) => row(at + 11, {})),
  ];
}

export const mixed = (): FakeDraft => ({ id: 1, files: [fair, known, webPage], rows: rows(1180) });
export const single = (): FakeDraft => ({ id: 1, files: [fair], rows: rows(1180) });
export const nothingNew = (): FakeDraft => ({
  id: 1,
  files: [known],
  rows: Array.from({ length: 128 }, (_, at) => row(at + 2, { outcome: 'unchanged' })),
});

const report = (over: Partial<FileReport> & { name: string }): FileReport => ({
  problem: null,
  added: 0,
  updated: 0,
  unchanged: 0,
  leftOut: 0,
  setAside: 0,
  refused: 0,
  ...over,
});

export function pastImports(now: number): ImportEntry[] {
  return [
    {
      id: 31,
      at: now - HOUR,
      by: { kind: 'user', name: 'Alex' },
      files: [report({ name: 'Messe-Kontakte 2026.csv', added: 1182, updated: 1, leftOut: 2, refused: 2 })],
      undoneAt: null,
    },
    {
      id: 30,
      at: now - DAY,
      by: { kind: 'hearth' },
      files: [report({ name: 'leads-2026-11-23.csv', unchanged: 40, updated: 12 })],
      undoneAt: null,
    },
    {
      id: 29,
      at: now - 4 * DAY,
      by: { kind: 'user', name: 'Alex' },
      files: [
        report({ name: 'leads-2026-11-20.csv', added: 128, setAside: 3 }),
        report({ name: '파트너센터_잠재고객.csv', added: 9 }),
        report({ name: 'download.html', problem: { code: 'webPage' } }),
      ],
      undoneAt: now - 3 * DAY,
    },
  ];
}

export const undo = (now: number): ImportUndo => ({
  removed: 1180,
  restored: 0,
  touchedTotal: 3,
  touched: [
    {
      id: 4,
      customer: 'Adventure Works Cycles',
      added: false,
      at: now - 30 * 60_000,
      changes: [{ field: 'notes', before: null, after: { type: 'text', value: 'Called, wants an offer by Friday.' } }],
    },
    {
      id: 5,
      customer: '한빛소프트데이터',
      added: true,
      at: now - 20 * 60_000,
      changes: [
        { field: 'stage', before: { type: 'code', value: 'received' }, after: { type: 'code', value: 'accepted' } },
      ],
    },
    { id: 6, customer: 'Tailspin Toys', added: true, at: now - 10 * 60_000, changes: [] },
  ],
});

export function arrivals(now: number): Arrival[] {
  return [
    {
      id: 1,
      at: now - 90 * 60_000,
      report: report({ name: 'leads-2026-11-24.csv', added: 14, updated: 3, refused: 1 }),
      importId: 31,
      read: false,
    },
    {
      id: 2,
      at: now - 26 * HOUR,
      report: report({
        name: 'Teilnehmerliste mit einem sehr langen Namen, Fassung 3 (endgültig).xlsx',
        problem: { code: 'locked' },
      }),
      importId: null,
      read: true,
    },
  ];
}
