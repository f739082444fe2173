// The desk as a person uses it, on the fake core: list, tabs, search, keys, first run, import, outbox, settings, trouble.
// The alarm's part of the window is in `alarm.test.ts`.
import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import { useBackend } from '$lib/api';
import { asked, fakeLead, FakeBackend, manyLeads, NOON, type FakeDesk } from '$lib/api/fake';
import { HOUR } from '$lib/format';
import { language } from '$lib/i18n';
import { desk, leads } from '$lib/state';
import App from './App.svelte';
import { laterParts } from './laterParts.svelte';
import { violations } from './testing/axe';
import { late } from './testing/late';

async function open(given: FakeDesk = {}) {
  const fake = new FakeBackend(given);
  useBackend(fake);
  await laterParts.ready();
  render(App);
  await waitFor(() => expect(desk.state ?? desk.trouble, 'the desk has started').not.toBeNull());
  if (desk.state && desk.state.totalLeads > 0) {
    await waitFor(() => expect(leads.loaded, 'the first list is there').toBe(true));
  }
  return fake;
}

const rows = () => screen.queryAllByRole('row').map((row) => row.textContent?.replace(/\s+/g, ' ').trim() ?? '');
const tab = (name: RegExp) => screen.getByRole('tab', { name });
const typeSearch = (text: string) =>
  fireEvent.input(screen.getByLabelText('Search all leads'), { target: { value: text } });

describe('the list', () => {
  it('shows the most urgent lead first and how long its customer still waits', async () => {
    await open();
    expect(rows()[0], 'the customer who waits longest stands on top').toContain('Fabrikam Manufacturing 31 h left');
    expect(
      rows().find((row) => row.includes('Northwind')),
      'after 72 hours the row says so',
    ).toContain('72 h passed');
    expect(
      rows().find((row) => row.includes('Tailspin')),
      'others count down to respond-by',
    ).toContain('8 d to respond');
  });

  it('counts the leads of every tab and stage', async () => {
    await open();
    expect(tab(/Marketplace leads/).textContent, 'eight received, three accepted, four archived').toContain('15');
    expect(tab(/Received/).textContent).toContain('8');
    await fireEvent.click(tab(/Qualified leads/));
    await waitFor(() => expect(rows(), 'only marketing and sales qualified leads').toHaveLength(3));
  });

  it('opens the first lead of a stage that is chosen', async () => {
    await open();
    await fireEvent.click(tab(/Archived/));
    await waitFor(() => expect(rows()[0], 'newest first').toContain('Trey Research'));
    expect(leads.rowOf(leads.selected ?? 0)?.customer, 'the detail follows').toBe('Trey Research');
    expect(rows()[0], 'an archived lead says how it ended').toContain('Expired');
  });

  it('draws only the rows in sight of a long list and says how many there are', async () => {
    await open({ leads: manyLeads(1000) });
    expect(screen.getByRole('grid').getAttribute('aria-rowcount'), 'a screen reader hears the whole').toBe('1000');
    expect(rows().length, 'ten in sight and a few around them').toBeLessThan(30);
  });

  it('turns the heart on and keeps it', async () => {
    const fake = await open();
    const row = screen.getAllByRole('row').find((candidate) => candidate.textContent?.includes('Tailspin'));
    if (!row) throw new Error('the row is missing');
    await fireEvent.click(within(row).getByRole('button', { name: 'Add to favorites' }));
    await waitFor(() => expect(within(row).getByRole('button').getAttribute('aria-pressed')).toBe('true'));
    expect(fake.leads.find((lead) => lead.customer.name === 'Tailspin Toys')?.favorite, 'it is saved').toBe(true);
    expect(tab(/Favorites/).textContent, 'the count follows').toContain('5');
  });

  it('sorts by what is chosen, the useful way round first', async () => {
    await open();
    await fireEvent.change(screen.getByLabelText('Sort by'), { target: { value: 'value' } });
    await waitFor(() => expect(rows()[0], 'the largest value first').toContain('대한민국물산'));
    await fireEvent.click(screen.getByRole('button', { name: /Descending order/ }));
    await waitFor(() => expect(rows()[0], 'then the smallest').toContain('Adventure Works'));
  });

  it('shows a hostile text as a text', async () => {
    const name = '<img src=x onerror="globalThis.hit=1">\u202eevil';
    await open({ leads: [fakeLead({ id: 1, customer: { ...fakeLead({ id: 1 }).customer, name } })] });
    const shown = within(screen.getByRole('grid')).getByText(name);
    expect(shown.tagName, 'it is isolated from what stands around it').toBe('BDI');
    expect(document.querySelector('img'), 'markup in it is not interpreted').toBeNull();
  });

  it('counts down without asking the core again', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true, now: NOON });
    const fake = await open({ leads: [fakeLead({ id: 1, ...asked(NOON - 71 * HOUR) })] });
    expect(rows()[0]).toContain('1 h left');
    await waitFor(() => expect(fake.called('bootstrap'), 'what the first screen did not wait for is asked').toBe(1));
    const before = fake.calls.length;
    await vi.advanceTimersByTimeAsync(2000);
    await waitFor(() => expect(rows()[0], 'under an hour the minutes count').toContain('59 min left'));
    expect(fake.calls.length, 'ticking costs no question').toBe(before);
    vi.useRealTimers();
  });
});

describe('the search', () => {
  it('counts its matches everywhere and offers the places that have some', async () => {
    await open();
    await typeSearch('relecloud');
    await waitFor(() => expect(screen.getByText('Nothing found in this list')).toBeTruthy());
    await waitFor(() => expect(tab(/Marketplace leads/).textContent, 'the tab counts matches').toContain('1'));
    await fireEvent.click(screen.getByRole('button', { name: '1 in Archived' }));
    await waitFor(() => expect(rows()[0], 'one click leads there').toContain('Relecloud'));
  });

  it('finds two Korean syllables in the middle of a word', async () => {
    await open();
    await typeSearch('민국');
    await waitFor(() => expect(rows(), 'only that customer').toHaveLength(1));
    expect(rows()[0]).toContain('대한민국물산');
  });

  it('is reached by the slash and left by Escape', async () => {
    await open();
    await fireEvent.keyDown(document.body, { key: '/' });
    const input = screen.getByLabelText('Search all leads');
    expect(document.activeElement, 'the slash focuses it').toBe(input);
    await typeSearch('tailspin');
    await waitFor(() => expect(rows()).toHaveLength(1));
    await fireEvent.keyDown(input, { key: 'Escape' });
    await waitFor(() => expect(rows(), 'Escape clears it').toHaveLength(8));
  });
});

describe('the keys', () => {
  const selectedName = () => leads.rowOf(leads.selected ?? 0)?.customer;

  it('go to the next and the previous lead', async () => {
    await open();
    await fireEvent.keyDown(document.body, { key: 'j' });
    await waitFor(() => expect(selectedName()).toBe('대한민국물산 주식회사'));
    await fireEvent.keyDown(document.body, { key: 'k' });
    await waitFor(() => expect(selectedName()).toBe('Fabrikam Manufacturing'));
  });

  it('do nothing while someone types or composes', async () => {
    await open();
    const first = leads.selected;
    await fireEvent.keyDown(screen.getByLabelText('Search all leads'), { key: 'j' });
    await fireEvent.keyDown(document.body, { key: 'j', isComposing: true });
    await fireEvent.keyDown(document.body, { key: 'j', keyCode: 229 });
    await fireEvent.keyDown(document.body, { key: 'j', ctrlKey: true });
    expect(leads.selected, 'none of these is meant for the desk').toBe(first);
  });

  it('work on a Korean layout by the place of the letter', async () => {
    await open();
    await fireEvent.keyDown(document.body, { key: 'ㅓ', code: 'KeyJ' });
    await waitFor(() => expect(selectedName()).toBe('대한민국물산 주식회사'));
  });

  it('are listed by the question mark, and rest while that is open', async () => {
    await open();
    await fireEvent.keyDown(document.body, { key: '?' });
    expect(await screen.findByRole('dialog', { name: 'Keys' })).toBeTruthy();
    const first = leads.selected;
    await fireEvent.keyDown(document.body, { key: 'j' });
    expect(leads.selected, 'a dialog is open').toBe(first);
  });

  it('toggle the heart of the open lead', async () => {
    const fake = await open();
    await fireEvent.keyDown(document.body, { key: 'f' });
    await waitFor(() => expect(fake.leads[0]?.favorite, 'Fabrikam was a favorite').toBe(false));
  });
});

describe('the first run', () => {
  it('offers samples, and a bar that removes them again', async () => {
    const fake = await open({ leads: [] });
    expect(screen.getByText('Files can also be dropped on this window.')).toBeTruthy();
    await fireEvent.click(screen.getByRole('button', { name: /Explore with sample leads/ }));
    await waitFor(() => expect(rows().length, 'the list has come').toBeGreaterThan(0));
    await waitFor(() => expect(leads.selectedIndex, 'and its first lead is open').toBe(0));
    await fireEvent.click(await screen.findByRole('button', { name: 'Remove them' }));
    await waitFor(() => expect(fake.leads, 'all samples are gone').toHaveLength(0));
    expect(await screen.findByText('Which customer is waiting?')).toBeTruthy();
  });

  it('asks the core for files', async () => {
    const fake = await open({ leads: [] });
    await fireEvent.click(await screen.findByRole('button', { name: /Import leads From Partner Center/ }));
    await waitFor(() => expect(fake.called('choose_import_files')).toBe(1));
  });
});

describe('what the core tells', () => {
  it('a click on a notification opens the lead in the list where it belongs', async () => {
    const fake = await open();
    fake.emit({ event: 'openLead', id: 15 });
    await waitFor(() => expect(leads.selected).toBe(15));
    expect(leads.stage, 'Relecloud is archived').toBe('archived');
  });

  it('a form that is open keeps what was typed when the window becomes narrow', async () => {
    const wide = window.innerWidth;
    const resize = (width: number) => {
      Object.defineProperty(window, 'innerWidth', { configurable: true, value: width });
      return fireEvent(window, new Event('resize'));
    };
    await open();
    await fireEvent.keyDown(document.body, { key: 'a', code: 'KeyA' });
    const name = await waitFor(() => screen.getByLabelText<HTMLInputElement>(/Deal name/));
    await fireEvent.input(name, { target: { value: 'Half typed' } });
    try {
      await resize(640);
      expect(screen.getByLabelText<HTMLInputElement>(/Deal name/).value, 'put beside another window').toBe(
        'Half typed',
      );
    } finally {
      await resize(wide);
    }
  });

  it('the page has one heading in a narrow window too: the list, or the lead that is shown instead', async () => {
    const wide = window.innerWidth;
    Object.defineProperty(window, 'innerWidth', { configurable: true, value: 880 });
    try {
      await open();
      const heading = () => screen.getByRole('heading', { level: 1 }).textContent;
      expect(heading()).toBe('Marketplace leads · Received');
      await fireEvent.keyDown(document.body, { key: 'Enter' });
      await waitFor(() => expect(heading()).toContain('Fabrikam Manufacturing'));
    } finally {
      Object.defineProperty(window, 'innerWidth', { configurable: true, value: wide });
    }
  });

  it('a form that is open in a narrow window keeps what was typed when a notification opens another lead', async () => {
    const wide = window.innerWidth;
    Object.defineProperty(window, 'innerWidth', { configurable: true, value: 880 });
    try {
      const fake = await open();
      await fireEvent.keyDown(document.body, { key: 'Enter' });
      await fireEvent.keyDown(document.body, { key: 'a', code: 'KeyA' });
      const name = await waitFor(() => screen.getByLabelText<HTMLInputElement>(/Deal name/));
      await fireEvent.input(name, { target: { value: 'Half typed' } });
      fake.emit({ event: 'openLead', id: 15 });
      await waitFor(() => expect(leads.selected).toBe(15));
      await waitFor(() => expect(leads.stage, 'which is in another list').toBe('archived'));
      expect(screen.getByLabelText<HTMLInputElement>(/Deal name/).value, 'nothing typed is lost').toBe('Half typed');
    } finally {
      Object.defineProperty(window, 'innerWidth', { configurable: true, value: wide });
    }
  });

  it('a click on the digest shows the waiting customers', async () => {
    const fake = await open();
    await fireEvent.click(tab(/Archived/));
    fake.emit({ event: 'openWaiting' });
    await waitFor(() => expect(leads.rowOf(leads.selected ?? 0)?.customer).toBe('Litware Health'));
    expect(leads.tab, 'the most urgent one is a qualified lead').toBe('qualified');
  });
});

describe('the outbox', () => {
  it('writes the e-mail and marks the notice as sent', async () => {
    const notice = { id: 7, leadId: 17, customer: 'Humongous Insurance', kind: 'declinedToCustomer' } as const;
    const fake = await open({
      notices: [{ ...notice, recipient: 'Sue', email: null, createdAt: NOON, draftedAt: null, sentAt: null }],
    });
    await fireEvent.click(screen.getByRole('button', { name: 'Outbox, 1 notice to send' }));
    const box = await screen.findByRole('dialog', { name: 'Outbox' });
    await fireEvent.click(await within(box).findByRole('button', { name: 'Write e-mail' }));
    await waitFor(() => expect(fake.called('draft_notice')).toBe(1));
    await fireEvent.click(within(box).getByRole('button', { name: 'Mark as sent' }));
    await waitFor(() => expect(within(box).getByRole('list', { name: 'Sent' }), 'it stands below now').toBeTruthy());
  });
});

describe('the settings', () => {
  it('are worn at once: language and theme', async () => {
    const fake = await open();
    await fireEvent.click(screen.getByRole('button', { name: 'Settings' }));
    await fireEvent.change(await screen.findByLabelText('Theme'), { target: { value: 'dark' } });
    expect(document.documentElement.dataset.theme).toBe('dark');
    await fireEvent.change(screen.getByLabelText('Language'), { target: { value: 'ko' } });
    await waitFor(() => expect(language.current).toBe('ko'));
    expect(document.documentElement.lang, 'a screen reader speaks it too').toBe('ko');
    expect(tab(/받음/), 'the frame speaks Korean').toBeTruthy();
    await waitFor(() => expect(fake.settings.language, 'it is saved').toBe('ko'));
  });

  it('say what is wrong beside the field', async () => {
    const fake = await open();
    await fireEvent.click(screen.getByRole('button', { name: 'Settings' }));
    const field = await screen.findByLabelText('Seconds to undo');
    await fireEvent.input(field, { target: { value: '500' } });
    await fireEvent.change(field);
    await waitFor(() => expect(field.getAttribute('aria-invalid'), 'the field is marked').toBe('true'));
    expect(fake.settings.undoSeconds, 'nothing was saved').toBe(30);
  });
});

describe('a database of an older version', () => {
  it('is waited for in words, with how far it is', async () => {
    const fake = new FakeBackend();
    useBackend(fake);
    const slow = late(fake, 'start_desk');
    render(App);
    expect(screen.getByRole('status').textContent).toContain('Opening the desk…');
    fake.emit({ event: 'upgrading', percent: 30 });
    await waitFor(() => expect(screen.getByRole('status').textContent).toContain('This is done once'));
    const bar = screen.getByRole<HTMLProgressElement>('progressbar', { name: /Getting your leads ready/ });
    expect(bar.value).toBe(0.3);
    expect(await violations(document.body)).toEqual([]);
    await slow.end();
    await waitFor(() => expect(leads.loaded, 'then the desk is there').toBe(true));
  });
});

describe('trouble with the database', () => {
  const corrupt = { code: 'corrupt', path: '/data/hearth.db', detail: 'malformed' } as const;

  it('says that nothing was lost, and tries again', async () => {
    await open({ bootstrap: { database: { state: 'trouble', error: { code: 'readOnly', path: '/data/hearth.db' } } } });
    expect(screen.getByText(/Nothing was lost/)).toBeTruthy();
    await fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(rows().length, 'the desk is there').toBeGreaterThan(0));
  });

  it('keeps a damaged database and says where', async () => {
    await open({ bootstrap: { database: { state: 'trouble', error: corrupt } } });
    await fireEvent.click(screen.getByRole('button', { name: 'Start with a new database' }));
    const ask = await screen.findByRole('dialog');
    await fireEvent.click(within(ask).getByRole('button', { name: 'Start with a new database' }));
    expect(await screen.findByText(/hearth-damaged\.db/), 'the old one is named').toBeTruthy();
    await fireEvent.click(screen.getByRole('button', { name: 'Continue' }));
    expect(await screen.findByText('Which customer is waiting?')).toBeTruthy();
  });

  it('stays while it is still there', async () => {
    const fake = await open({ bootstrap: { database: { state: 'trouble', error: corrupt } } });
    fake.fail('retry_database', { code: 'busy' });
    await fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('The database is in use'), 'with what it is now').toBeTruthy();
    expect(screen.getByText('It is still the same.')).toBeTruthy();
  });
});
