import { describe, expect, it } from 'vitest';
import { dateProblem, emailProblem, employeeProblems, instantOf, localInput, tooLong } from '$lib/forms/checks';
import { acceptFormOf, acceptProblems, amountProblem, dealFormOf, editProblems, quickDate } from './dealForm';
import { emptyLead, newLeadProblems } from './newLead';

const deal = { name: null, value: null, purchaseOn: null, notes: null, crmId: null, campaignId: null };
const need = { text: '', industries: [], products: [], services: [], solutions: [] };
const customer = {
  name: 'Fabrikam',
  size: null,
  addressLine1: null,
  addressLine2: null,
  city: null,
  state: null,
  postalCode: null,
  country: null,
};

describe('the form of a deal', () => {
  it('takes name and notes from what the customer asked for', () => {
    const asked = { ...need, text: 'Microsoft 365 roll-out for 200.\nCould you call this week?' };
    const form = acceptFormOf({ deal, customer, need: asked }, 'en');
    expect(form.name, 'customer and the first line').toBe('Fabrikam: Microsoft 365 roll-out for 200.');
    expect(form.notes, 'the whole need').toBe(asked.text);
    expect(form.currency, 'dollars in English').toBe('USD');
    expect(acceptFormOf({ deal, customer, need }, 'ko').currency, 'won in Korean').toBe('KRW');
    expect(acceptFormOf({ deal, customer, need }, 'en').name, 'no need, only the customer').toBe('Fabrikam');
  });

  it('keeps what the source said', () => {
    const known = { ...deal, name: 'Roll-out', notes: 'Call Sue', value: { amount: '48000000', currency: 'KRW' } };
    const form = acceptFormOf({ deal: known, customer, need: { ...need, text: 'other' } }, 'en');
    expect(form, 'nothing is overwritten').toMatchObject({
      name: 'Roll-out',
      notes: 'Call Sue',
      amount: '48000000',
      currency: 'KRW',
    });
    const dollars = { ...deal, value: { amount: '10000.00', currency: 'USD' } };
    expect(dealFormOf({ deal: dollars }, 'ko').amount, 'nobody types cents that are none').toBe('10000');
    expect(dealFormOf({ deal }, 'en').name, 'editing makes nothing up').toBe('');
  });

  it('cuts a long need at a word', () => {
    const long = 'We are moving two hundred people to the cloud and look for a partner who trains';
    const { name } = acceptFormOf({ deal, customer, need: { ...need, text: long } }, 'en');
    expect(name, 'a name is a headline').toBe('Fabrikam: We are moving two hundred people to the cloud and look for…');
  });
});

describe('the quick purchase dates', () => {
  const on = (year: number, month: number, day: number) => new Date(year, month - 1, day, 12).getTime();

  it('are last days of the local calendar', () => {
    const now = on(2026, 11, 22);
    expect(quickDate('thisMonth', now), 'November').toBe('2026-11-30');
    expect(quickDate('thisQuarter', now), 'fourth quarter').toBe('2026-12-31');
    expect(quickDate('nextQuarter', now), 'over the turn of the year').toBe('2027-03-31');
    expect(quickDate('thisYear', now), 'New Year’s Eve').toBe('2026-12-31');
  });

  it('know leap years and the first and last day', () => {
    expect(quickDate('thisMonth', on(2028, 2, 29)), 'a leap day').toBe('2028-02-29');
    expect(quickDate('thisMonth', new Date(2027, 1, 1).getTime()), 'midnight of the first').toBe('2027-02-28');
    expect(quickDate('thisQuarter', on(2027, 3, 31)), 'the quarter’s last day is inside').toBe('2027-03-31');
  });
});

describe('the checks', () => {
  it('want every starred field', () => {
    const empty = { name: '', amount: ' ', currency: '', purchaseOn: '', notes: '\n', crmId: '', campaignId: '' };
    expect(acceptProblems(empty, [], deal), 'the five stars').toEqual({
      name: 'required',
      amount: 'required',
      currency: 'required',
      purchaseOn: 'required',
      notes: 'required',
    });
    expect(editProblems(empty, deal), 'an imported deal may go on lacking them').toEqual({});
    const before = { ...deal, notes: 'Call Sue', value: { amount: '5', currency: 'USD' } };
    expect(editProblems(empty, before), 'what is there may not be emptied').toEqual({
      amount: 'required',
      currency: 'required',
      notes: 'required',
    });
  });

  it('let long imported notes be kept, not made longer', () => {
    const long = 'a'.repeat(20_500);
    const before = { ...deal, notes: long };
    const form = { ...dealFormOf({ deal: before }, 'en') };
    expect(editProblems(form, before), 'kept').toEqual({});
    expect(editProblems({ ...form, notes: `${long}a` }, before), 'longer').toEqual({ notes: 'tooLong' });
  });

  it('read an amount as the core does', () => {
    for (const good of ['0', '10000', '10,000.50', '1 000 000', '.5', '12.', '999,999,999,999.99', '-0'])
      expect(amountProblem(good, 'USD'), good).toBeNull();
    for (const bad of ['', 'ten', '1e5', '1,00', '10.000,50', '$5', '1.2.3', '.', '١٢'])
      expect(amountProblem(bad, 'USD'), bad).toBe('notANumber');
    expect(amountProblem('-5', 'USD'), 'less than nothing').toBe('negative');
    expect(amountProblem('5.5', 'KRW'), 'the won has no cents').toBe('tooPrecise');
    expect(amountProblem('5.00', 'KRW'), 'zeros say nothing').toBeNull();
    expect(amountProblem('5.125', 'KWD'), 'the dinar has three').toBeNull();
    expect(amountProblem('10,000,000,000,000.00', 'USD'), 'sixteen digits').toBe('tooLarge');
  });

  it('read a day, a mailbox and a length', () => {
    expect(dateProblem('2028-02-29'), 'a leap day').toBeNull();
    for (const bad of ['2026-02-29', '2026-13-01', '0026-12-01', '1/30/2020', '3000-01-01'])
      expect(dateProblem(bad), bad).toBe('notADate');
    expect(emailProblem(''), 'optional').toBeNull();
    expect(emailProblem('kim@partner.example'), 'an address').toBeNull();
    expect(emailProblem('kim at partner'), 'no address').toBe('notAnEmail');
    expect(tooLong('🔥'.repeat(500), 500), 'an emoji is one character').toBeNull();
    expect(tooLong('a'.repeat(501), 500), 'one too many').toBe('tooLong');
  });

  it('name the employee at fault', () => {
    const problems = employeeProblems([
      { name: 'Kim', phone: null, email: null },
      { name: ' ', phone: null, email: 'x' },
    ]);
    expect(problems, 'by place').toEqual({ 'employees.1.name': 'required', 'employees.1.email': 'notAnEmail' });
  });
});

describe('a lead typed in by hand', () => {
  const now = new Date(2026, 10, 22, 9, 30).getTime();

  it('needs a customer, a need and a moment that has been', () => {
    const lead = emptyLead(now, 'en');
    expect(newLeadProblems(lead, now), 'both are missing').toEqual({ customer: 'required', need: 'required' });
    const tomorrow = { ...lead, customer: 'Fabrikam', need: 'Teams', receivedAt: now + 86_400_000 };
    expect(newLeadProblems(tomorrow, now), 'nothing arrives tomorrow').toEqual({ receivedAt: 'inTheFuture' });
    expect(newLeadProblems({ ...tomorrow, receivedAt: NaN }, now), 'no moment').toEqual({ receivedAt: 'notADate' });
  });

  it('looks at the currency only beside an amount', () => {
    const lead = { ...emptyLead(now, 'en'), customer: 'Fabrikam', need: 'Teams', currency: '' };
    expect(newLeadProblems(lead, now), 'no amount, no currency').toEqual({});
    expect(newLeadProblems({ ...lead, amount: '5' }, now), 'five of what').toEqual({ currency: 'required' });
  });

  it('keeps its moment through the input', () => {
    expect(localInput(now), 'this computer’s clock').toBe('2026-11-22 09:30');
    expect(instantOf(localInput(now)), 'there and back').toBe(now);
    expect(instantOf(''), 'nothing typed').toBeNaN();
    expect(instantOf('2026-02-31 09:30'), 'a day that never was').toBeNaN();
    expect(instantOf('2026-02-28 24:30'), 'an hour that never was').toBeNaN();
  });
});
