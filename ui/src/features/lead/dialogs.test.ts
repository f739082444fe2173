import { fireEvent, screen, within } from '@testing-library/svelte';
import { afterEach, describe, expect, it } from 'vitest';
import { fakeLead, NOON } from '$lib/api/fake';
import { language } from '$lib/i18n';
import { toasts } from '$lib/state';
import { accepted, click, deal, dialog, openPane, press, send, settled, type } from './testing';

let unlisten = () => {
  // no keys yet
};
async function open(...leads: Parameters<typeof openPane>) {
  const opened = await openPane(...leads);
  unlisten = opened.unlisten;
  return opened;
}
afterEach(() => unlisten());

const value = (label: string | RegExp) => within(dialog()).getByLabelText<HTMLInputElement>(label).value;
const requests = (fake: Awaited<ReturnType<typeof open>>['fake'], command: string) =>
  fake.calls.filter((call) => call.command === command).map((call) => call.request);

describe('accepting', () => {
  it('sends every field and the employees', async () => {
    const { fake } = await open(fakeLead({ id: 1 }));
    await press('a');
    expect(value(/Deal name/), 'prefilled from the need').toBe('Customer 1: We look for a partner.');
    expect(value(/Notes/), 'the need itself').toBe('We look for a partner.');
    await type(/Deal name/, 'Roll-out');
    await type(/Estimated value/, '10,000.50');
    await type(/Currency/, 'eur');
    await fireEvent.click(within(dialog()).getByRole('button', { name: 'Next quarter' }));
    expect(value(/Estimated purchase date/), 'the quarter’s last day').toBe('2027-03-31');
    await type('CRM ID', 'CRM-7');
    await type('Marketing campaign ID', 'C-1');
    await fireEvent.click(within(dialog()).getByRole('button', { name: 'Add employee' }));
    expect(document.activeElement, 'ready to be typed into').toBe(within(dialog()).getByLabelText(/^Name/));
    await type(/^Name/, 'Kim');
    await send();
    expect(requests(fake, 'accept_lead'), 'as typed').toEqual([
      {
        id: 1,
        revision: 1,
        deal: {
          name: 'Roll-out',
          amount: '10,000.50',
          currency: 'eur',
          purchaseOn: '2027-03-31',
          notes: 'We look for a partner.',
          crmId: 'CRM-7',
          campaignId: 'C-1',
        },
        employees: [{ name: 'Kim', phone: null, email: null }],
      },
    ]);
  });

  it('keeps the employees that the source gave', async () => {
    const kim = { name: 'Kim', phone: null, email: null };
    const { fake } = await open(fakeLead({ id: 1, deal, employees: [kim] }));
    await press('a');
    await send();
    expect(fake.leads[0], 'nobody was dropped').toMatchObject({ stage: 'accepted', employees: [kim] });
  });

  it('puts each problem at its field and goes to the first, without asking the core', async () => {
    const { fake } = await open(fakeLead({ id: 1 }));
    await press('a');
    await type(/Estimated value/, 'ten');
    await send();
    const amount = within(dialog()).getByLabelText(/Estimated value/);
    expect(amount.getAttribute('aria-invalid'), 'marked').toBe('true');
    expect(amount.getAttribute('aria-describedby'), 'and read together').toBeTruthy();
    expect(screen.getByText('This is not a number.'), 'said in words').toBeTruthy();
    expect(document.activeElement, 'the first of them').toBe(amount);
    expect(fake.called('accept_lead'), 'nothing was sent').toBe(0);
  });

  it('puts a problem that only the core finds at its field', async () => {
    const { fake } = await open(fakeLead({ id: 1, deal }));
    fake.fail('accept_lead', { code: 'invalid', fields: [{ field: 'crmId', problem: 'tooLong' }] });
    await press('a');
    await send();
    expect(document.activeElement, 'the field').toBe(within(dialog()).getByLabelText('CRM ID'));
    expect(screen.getByText('This is too long.'), 'in words').toBeTruthy();
  });

  it('is sent once by a double click', async () => {
    const { fake } = await open(fakeLead({ id: 1, deal }));
    await press('a');
    const form = dialog().querySelector('form');
    if (form) await Promise.all([fireEvent.submit(form), fireEvent.submit(form)]);
    await settled();
    expect(fake.called('accept_lead'), 'the second click does nothing').toBe(1);
  });

  it('is not sent by the Enter that ends a Korean syllable', async () => {
    language.choose('ko');
    const { fake } = await open(fakeLead({ id: 1, deal }));
    await press('a');
    const name = within(dialog()).getByLabelText(/거래 이름/);
    const ended = await fireEvent.keyDown(name, { key: 'Enter', isComposing: true, keyCode: 229 });
    await settled();
    expect(ended, 'the browser must not send the form either').toBe(false);
    expect(fake.called('accept_lead'), 'only a syllable was chosen').toBe(0);
    await fireEvent.keyDown(name, { key: 'Enter', ctrlKey: true });
    await settled();
    expect(fake.called('accept_lead'), 'a real Enter sends').toBe(1);
  });

  it('says why it is not allowed and keeps the form', async () => {
    const { fake } = await open(fakeLead({ id: 1, deal }));
    await press('a');
    fake.now = fakeLead({ id: 1 }).respondBy;
    await send();
    expect(within(dialog()).getByRole('alert').textContent, 'the reason').toContain('The time to respond is over');
    expect(value(/Deal name/), 'nothing typed is lost').toBe('Roll-out');
  });
});

describe('a conflict', () => {
  it('keeps what was typed and loads the rest anew', async () => {
    const { fake } = await open(accepted());
    await press('e');
    await type(/Deal name/, 'My name for it');
    fake.change(1, { deal: { ...deal, name: 'Their name', crmId: 'CRM-8' } });
    await settled();
    await send();
    expect(within(dialog()).getByRole('alert').textContent, 'somebody was faster').toContain(
      'Somebody changed this lead',
    );
    expect(value(/Deal name/), 'typed text stays').toBe('My name for it');
    expect(fake.leads[0]?.deal.name, 'nothing was overwritten').toBe('Their name');
    await click('Load the new state');
    await settled();
    expect(value(/Deal name/), 'still typed text').toBe('My name for it');
    expect(value('CRM ID'), 'what was not touched is new').toBe('CRM-8');
    await send();
    expect(fake.leads[0]?.deal, 'now both are there').toMatchObject({ name: 'My name for it', crmId: 'CRM-8' });
  });

  it('over a lead that is gone says so', async () => {
    const { fake } = await open(accepted());
    await press('e');
    await type(/Deal name/, 'My name for it');
    fake.leads = [];
    await send();
    expect(within(dialog()).getByRole('alert').textContent, 'gone').toContain('no longer in the database');
    expect(value(/Deal name/), 'can still be copied').toBe('My name for it');
  });
});

describe('a stray Esc', () => {
  const esc = () => press('Escape');

  it('closes a form in which nothing was typed', async () => {
    await open(accepted());
    await press('e');
    await esc();
    await settled();
    expect(screen.queryByRole('dialog'), 'nothing to lose').toBeNull();
  });

  it('asks before it drops what was typed, and a second one does not drop it either', async () => {
    await open(accepted());
    await press('e');
    await type(/Deal name/, 'My name for it');
    await esc();
    await settled();
    expect(screen.getByText(/What you typed is not saved/), 'it asks').toBeTruthy();
    expect(document.activeElement?.textContent, 'the harmless answer has the focus').toContain('Keep typing');
    await esc();
    await settled();
    expect(value(/Deal name/), 'still there').toBe('My name for it');
    await esc();
    await settled();
    await click('Leave without saving');
    await settled();
    expect(screen.queryByRole('dialog'), 'only when said so').toBeNull();
  });

  it('only ends a Korean syllable while one is being composed', async () => {
    await open(accepted());
    await press('e');
    await press('Escape', { isComposing: true, keyCode: 229 });
    await settled();
    expect(dialog(), 'the Esc was for the input method').toBeTruthy();
  });

  it('gives the focus back to the button that opened the form', async () => {
    await open(accepted());
    const button = screen.getByRole('button', { name: /Edit/ });
    button.focus();
    await fireEvent.click(button);
    expect(document.activeElement, 'the first field').toBe(within(dialog()).getByLabelText(/Deal name/));
    await esc();
    await settled();
    expect(document.activeElement, 'back').toBe(button);
  });
});

describe('declining', () => {
  it('wants a reason, tells who is told, and offers a way back', async () => {
    const { fake } = await open(fakeLead({ id: 1 }));
    await press('d');
    expect(dialog().textContent, 'who is told').toContain('The customer is told to choose another partner');
    await send();
    expect(screen.getByText('Please choose one.'), 'no reason').toBeTruthy();
    expect(document.activeElement, 'the first reason').toBe(within(dialog()).getAllByRole('radio')[0]);
    expect(within(dialog()).getAllByRole('radio').length, 'Partner Center’s eight').toBe(8);
    await fireEvent.click(screen.getByLabelText('Report as abuse, spam or phishing'));
    await type('Notes', 'A robot wrote it.');
    await send();
    expect(requests(fake, 'decline_lead'), 'by its code').toEqual([
      { id: 1, revision: 1, reason: 7, notes: 'A robot wrote it.' },
    ]);
    expect(toasts.list.at(-1)?.text, 'said').toContain('A notice to the customer is in the outbox');
    expect(document.activeElement, 'the focus is not lost with its button').toBe(
      screen.getByRole('heading', { level: 1 }),
    );
  });
});

describe('closing', () => {
  it('as won takes notes', async () => {
    const { fake } = await open(accepted());
    await press('w');
    await type('Notes', 'Signed today.');
    await send();
    expect(requests(fake, 'close_as_won'), 'once').toEqual([{ id: 1, revision: 1, notes: 'Signed today.' }]);
  });

  it('as lost takes a reason or none', async () => {
    const { fake } = await open(accepted());
    await press('l');
    expect(within(dialog()).getByLabelText<HTMLInputElement>('No reason given').checked, 'none is asked').toBe(true);
    await send();
    expect(requests(fake, 'close_as_lost'), 'none').toEqual([{ id: 1, revision: 1, reason: null, notes: '' }]);
  });
});

describe('marking as contacted', () => {
  it('cannot lie ahead', async () => {
    const { fake } = await open(fakeLead({ id: 1 }));
    await press('c');
    const later = new Date(NOON + 86_400_000);
    await type(/When/, `${later.getFullYear()}-11-${String(later.getDate()).padStart(2, '0')}T12:00`);
    await send();
    expect(screen.getByText('This lies in the future.'), 'at the field').toBeTruthy();
    expect(fake.called('mark_contacted'), 'nothing was sent').toBe(0);
  });
});
