import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import { useBackend } from '$lib/api';
import { fakeLead, FakeBackend, NOON } from '$lib/api/fake';
import type { LeadDetail } from '$lib/api/generated';
import { DAY } from '$lib/format';
import { language } from '$lib/i18n';
import MergeDialog from './MergeDialog.svelte';
import { proposedKept } from './mergeForm.svelte';

const none = fakeLead({ id: 1 }).deal;
const customer = (name: string) => ({ ...fakeLead({ id: 1 }).customer, name });
const kept = (over: Partial<LeadDetail> = {}) =>
  fakeLead({ id: 1, customer: customer('Contoso Ltd'), deal: { ...none, crmId: 'CRM-1' }, ...over });
const other = (over: Partial<LeadDetail> = {}) =>
  fakeLead({
    id: 2,
    customer: customer('Contoso Limited'),
    receivedAt: NOON - 2 * DAY,
    deal: { ...none, crmId: 'CRM-2', notes: 'Call Lee.' },
    ...over,
  });

async function open(leads = [kept(), other()]) {
  const fake = new FakeBackend({ leads });
  useBackend(fake);
  const told = { onclose: vi.fn(), onmerged: vi.fn() };
  render(MergeDialog, { kept: 1, other: 2, ...told });
  await screen.findByText(language.current === 'ko' ? '남는 쪽' : 'Stays');
  return { fake, ...told };
}

const field = (name: string) => screen.getByRole('radiogroup', { name });
const radios = (name: string) => within(field(name)).getAllByRole('radio') as HTMLInputElement[];
const chosen = (name: string) => radios(name).findIndex((radio) => radio.checked);
const heads = () => [...document.querySelectorAll('.who')].map((head) => head.textContent?.trim());
const send = () => fireEvent.submit(document.querySelector('form') as HTMLFormElement);
const sent = (fake: FakeBackend) => fake.calls.find(({ command }) => command === 'merge_leads')?.request;

describe('a merge', () => {
  it('shows both sides where they differ, proposes what the kept one lacks, and folds what is equal', async () => {
    await open();
    expect(chosen('Customer'), 'both have a name: the kept one stays').toBe(0);
    expect(chosen('Notes'), 'only the other has notes').toBe(1);
    expect(screen.queryByRole('radiogroup', { name: 'Contacts' }), 'equal on both sides').toBeNull();
    expect(screen.getByText(/fields are the same in both/), 'and folded').toBeTruthy();
    expect(document.body.textContent, 'what comes of it, before it is done').toContain(
      'Contoso Ltd stays and takes from Contoso Limited: Notes.',
    );
    await fireEvent.click(radios('CRM ID')[1] as HTMLInputElement);
    expect(document.body.textContent, 'the sentence follows').toContain('from Contoso Limited: Notes, CRM ID.');
  });

  it('is one stop for Tab in each field', async () => {
    await open();
    const [one, two] = radios('CRM ID');
    expect(one?.name, 'the two sides of a field are one group of radios').toBe(two?.name);
    expect(one?.name, 'and no other field is in it').not.toBe(radios('Notes')[0]?.name);
    expect(document.activeElement, 'the first choice has the focus').toBe(
      document.querySelector('.body input:checked'),
    );
  });

  it('sends what was chosen, with the revisions that were seen', async () => {
    const { fake, onmerged } = await open();
    await fireEvent.click(radios('Customer')[1] as HTMLInputElement);
    await send();
    await waitFor(() => expect(onmerged, 'the desk is told').toHaveBeenCalledWith(expect.anything(), 2));
    expect(sent(fake)).toMatchObject({ kept: 1, keptRevision: 1, other: 2, otherRevision: 1 });
    expect((sent(fake) as { take: string[] }).take.sort()).toEqual(['customer', 'notes']);
    expect(fake.leads[0]?.deal, 'a field brings only itself').toMatchObject({ crmId: 'CRM-1', notes: 'Call Lee.' });
  });

  it('keeps what was chosen when the sides are swapped', async () => {
    const { fake } = await open();
    await fireEvent.click(radios('CRM ID')[1] as HTMLInputElement);
    await fireEvent.click(screen.getByRole('button', { name: 'Keep the other one instead' }));
    await waitFor(() => expect(heads()).toEqual(['Contoso Limited', 'Contoso Ltd']));
    expect(chosen('CRM ID'), 'CRM-2 is on the left now and still chosen').toBe(0);
    expect(chosen('Customer'), 'what was left alone follows the new proposal').toBe(0);
    await send();
    await waitFor(() => expect(sent(fake)).toMatchObject({ kept: 2, other: 1 }));
  });

  it('says what follows a rule, and which side wins', async () => {
    await open([
      kept({ favorite: false }),
      other({ stage: 'accepted', acceptedAt: NOON - DAY, contacted: { at: NOON - DAY, way: 'phone', note: null } }),
    ]);
    expect(screen.getByText('An accepted lead stays accepted, the later contact counts, and one heart is enough.'));
    const stage = screen.getByRole('group', { name: 'Stage' });
    expect(within(stage).getByText(/Becomes part of it, taken/), 'the accepted one is further').toBeTruthy();
    expect(document.body.textContent, 'and the sentence says it too').toContain('takes from Contoso Limited: Stage');
  });

  it('is refused in words where a lead is archived', async () => {
    const { fake } = await open([kept(), other({ stage: 'archived', outcome: 'lost', archivedAt: NOON })]);
    expect(screen.getByRole('alert').textContent).toContain('an archived lead cannot be merged');
    expect((screen.getByRole('button', { name: 'Merge' }) as HTMLButtonElement).disabled).toBe(true);
    await send();
    expect(fake.called('merge_leads'), 'also not by Enter').toBe(0);
  });

  it('keeps what was chosen when a lead was changed in the meantime', async () => {
    const { fake, onmerged } = await open();
    await fireEvent.click(radios('CRM ID')[1] as HTMLInputElement);
    fake.change(2, { deal: { ...none, crmId: 'CRM-3', notes: 'Call Lee.' } });
    await send();
    expect((await screen.findByRole('alert')).textContent, 'in words').toContain('changed in the meantime');
    await fireEvent.click(screen.getByRole('button', { name: 'Load the new state' }));
    await screen.findByText('CRM-3');
    expect(chosen('CRM ID'), 'still of the other lead').toBe(1);
    await send();
    await waitFor(() => expect(onmerged).toHaveBeenCalled());
  });

  it('says so when a lead is a part of another one by now', async () => {
    await open([kept(), other({ mergedInto: 9 })]);
    expect(screen.getByRole('alert').textContent).toContain('already merged into another one');
  });

  it('speaks Korean', async () => {
    language.choose('ko');
    await open();
    expect(screen.getByRole('dialog', { name: '잠재 고객 병합' })).toBeTruthy();
    expect(document.body.textContent).toContain('Contoso Ltd에 병합합니다');
  });
});

it('the lead that is further along is proposed to be kept, else the older one', () => {
  const brief = (id: number, stage: LeadDetail['stage'], receivedAt: number) => ({
    ...{ id, stage, receivedAt, revision: 1, customer: '', contact: '', email: null, phone: null },
    ...{ outcome: null, referralId: null },
  });
  expect(proposedKept(brief(1, 'received', 1), brief(2, 'accepted', 2)).kept, 'work was put into it').toBe(2);
  expect(proposedKept(brief(1, 'received', 5), brief(2, 'received', 2)).kept, 'it has been here longer').toBe(2);
  expect(proposedKept(brief(1, 'received', 2), brief(2, 'received', 2)).kept).toBe(1);
});
