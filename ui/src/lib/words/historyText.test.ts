import { expect, it } from 'vitest';
import type { FieldChange, HistoryEntry } from '$lib/api/generated';
import { codeName, OUTCOMES, valueText, type Words } from '$lib/words/fields';
import { historyLine } from './historyText';
import { requirementNames, sizeName } from './requirements';

const words: Words = {
  t: (id, args) => (args ? `${id}${JSON.stringify(args)}` : id),
  dateTime: (at) => `at ${at}`,
  date: (day) => `on ${day}`,
  money: ({ amount, currency }) => `${currency} ${amount}`,
};
const entry = (changes: FieldChange[]): HistoryEntry => ({
  id: 7,
  at: 5,
  actor: { kind: 'user', name: 'Kim Minsu' },
  action: 'accepted',
  changes,
  of: null,
});

it('every kind of value is written in its own way', () => {
  const line = historyLine(
    entry([
      { field: 'stage', before: { type: 'code', value: 'received' }, after: { type: 'code', value: 'accepted' } },
      { field: 'favorite', before: { type: 'flag', value: false }, after: { type: 'flag', value: true } },
      { field: 'respondBy', before: null, after: { type: 'instant', value: 9 } },
      { field: 'purchaseOn', before: null, after: { type: 'date', value: '2026-12-01' } },
      {
        field: 'dealValue',
        before: { type: 'money', value: { amount: '5.00', currency: 'USD' } },
        after: null,
      },
      { field: 'notes', before: null, after: { type: 'text', value: '<b>bold</b>' } },
      {
        field: 'employees',
        before: null,
        after: {
          type: 'people',
          value: [
            { name: 'Lee', phone: '555', email: null },
            { name: 'Park', phone: null, email: null },
          ],
        },
      },
    ]),
    words,
  );
  expect(line, 'who and what').toMatchObject({ id: 7, at: 5, what: 'history-accepted', who: 'Kim Minsu' });
  expect(
    line.rows.map((row) => [row.label, row.before, row.after]),
    'each field before and after',
  ).toEqual([
    ['field-stage', 'lead-stage-received', 'lead-stage-accepted'],
    ['field-favorite', 'flag-no', 'flag-yes'],
    ['field-respond-by', null, 'at 9'],
    ['field-purchase-on', null, 'on 2026-12-01'],
    ['field-deal-value', 'USD 5.00', null],
    ['field-notes', null, '<b>bold</b>'],
    ['field-employees', null, 'Lee, 555\nPark'],
  ]);
});

it('a file, Hearth and a nameless account have names too', () => {
  const who = (actor: HistoryEntry['actor']) => historyLine({ ...entry([]), actor }, words).who;
  expect(who({ kind: 'file', name: 'leads.json' }), 'the file').toBe('leads.json');
  expect(who({ kind: 'hearth' }), 'by time').toBe('history-by-hearth');
  expect(who({ kind: 'user', name: '' }), 'an account without a name').toBe('history-by-user');
});

it('an unknown code is shown as it came', () => {
  expect(codeName(OUTCOMES, 'won', words.t), 'known').toBe('outcome-won');
  expect(codeName(OUTCOMES, 'Error', words.t), 'another source’s word').toBe('Error');
  expect(codeName(OUTCOMES, 'constructor', words.t), 'no part of the table').toBe('constructor');
});

it('a size is said in words wherever two states of a lead stand beside each other', () => {
  const size = { type: 'text', value: '51to250employees' } as const;
  expect(valueText('customerSize', size, words), 'not in the words of a program').toBe('size-band{"from":51,"to":250}');
});

it('what was asked for is said in words', () => {
  const need = {
    text: '',
    industries: ['Education', 'Space travel'],
    products: ['Microsoft365', 'Teams'],
    services: ['DeploymentOrMigration'],
    solutions: ['SQLServerUpgrade', 'toString'],
  };
  expect(requirementNames({ need, customer: { size: '51to250employees' } }, words.t), 'known and unknown').toEqual([
    'industry-education',
    'Space travel',
    'Microsoft 365',
    'Teams',
    'SQL Server upgrade',
    'toString',
    'service-deployment',
    'size-band{"from":51,"to":250}',
  ]);
  expect(sizeName('Morethan20000employees', words.t), 'no upper end').toBe('size-more-than{"count":20000}');
  expect(sizeName('a handful', words.t), 'as it came').toBe('a handful');
  expect(sizeName('', words.t), 'real data has empty sizes').toBeNull();
});
