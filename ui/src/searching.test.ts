// Searching and filtering as a person does it, on the fake core: the box, the chips, the menu, and a list without results.
import axe from 'axe-core';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { useBackend, type Command } from '$lib/api';
import type { Reply, Request } from '$lib/api/backend';
import { FakeBackend, type FakeDesk } from '$lib/api/fake';
import { language } from '$lib/i18n';
import { desk, leads } from '$lib/state';
import App from './App.svelte';

async function open(given: FakeDesk = {}) {
  const fake = new FakeBackend(given);
  useBackend(fake);
  render(App);
  await waitFor(() => expect(desk.state ?? desk.trouble, 'the desk has started').not.toBeNull());
  await waitFor(() => expect(leads.loaded, 'the first list is there').toBe(true));
  return fake;
}

const box = () => screen.getByLabelText<HTMLInputElement>('Search all leads');
const type = (text: string) => fireEvent.input(box(), { target: { value: text } });
const chips = () => within(screen.getByRole('list', { name: 'Filters' })).queryAllByRole('listitem');
const chipTexts = () => chips().map((chip) => chip.textContent?.replace(/\s+/g, ' ').trim());
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const rows = () => screen.queryAllByRole('row').length;

/** What axe finds; contrast is looked at where there are colours, in the real window. */
async function violations() {
  const found = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}

describe('the search box', () => {
  it('asks while one types, and of several texts only the newest waits', async () => {
    const fake = await open();
    const before = fake.called('list_leads');
    for (const text of ['t', 'ta', 'tai', 'tail']) await type(text);
    await waitFor(() => expect(leads.query).toBe('tail'));
    await waitFor(() => expect(rows()).toBe(1));
    expect(fake.called('list_leads') - before, 'not each letter is asked for while an answer is awaited').toBeLessThan(
      4,
    );
    expect(box().value).toBe('tail');
  });

  it('is answered by rows first; the counts are asked for once those are there, and only once', async () => {
    let answer = (): void => undefined;
    class Slow extends FakeBackend {
      override async call<C extends Command>(command: C, request: Request<C>): Promise<Reply<C>> {
        const query = command === 'list_leads' ? (request as Request<'list_leads'>).query : '';
        if (query !== '') await new Promise<void>((goOn) => (answer = goOn));
        return super.call(command, request);
      }
    }
    const fake = new Slow();
    useBackend(fake);
    render(App);
    await waitFor(() => expect(leads.loaded, 'the first list is there').toBe(true));
    await waitFor(() => expect(desk.state, 'and its counts').not.toBeNull());
    const counted = fake.called('desk_state');
    await type('tail');
    expect(fake.called('desk_state'), 'the list does not wait behind its counts').toBe(counted);
    answer();
    await waitFor(() => expect(fake.called('desk_state') - counted).toBe(1));
    const asked = fake.calls.filter(({ command }) => command === 'desk_state').at(-1);
    expect(asked?.request, 'they are of the same words').toEqual({ query: 'tail' });
  });

  it('follows a Korean composition and loses nothing of it', async () => {
    await open();
    const input = box();
    input.focus();
    await fireEvent.compositionStart(input);
    for (const text of ['ㅁ', '미', '민', '민ㄱ', '민구', '민국']) {
      await fireEvent.input(input, { target: { value: text }, isComposing: true });
      expect(input.value, 'what is being composed is not touched').toBe(text);
    }
    await waitFor(() => expect(rows(), 'results come before the composition has ended').toBe(1));
    await fireEvent.keyDown(input, { key: 'Escape', isComposing: true });
    await fireEvent.keyDown(input, { key: 'Enter', keyCode: 229 });
    expect([input.value, document.activeElement], 'keys of the input method are none of ours').toEqual(['민국', input]);
    await fireEvent.compositionEnd(input);
    expect(leads.query, 'nothing is doubled').toBe('민국');
  });
});

describe('the chips', () => {
  it('say the filters in words, and are removed by their cross and by the keyboard', async () => {
    await open();
    await type('value:>10000 -is:contacted fabrikam');
    await waitFor(() => expect(chipTexts()).toEqual(['Value over 10,000', 'Not contacted']));
    await fireEvent.click(button('Remove the filter: Not contacted'));
    await waitFor(() => expect(leads.query).toBe('value:>10000 fabrikam'));
    await waitFor(() =>
      expect(document.activeElement, 'the keyboard is on the chip that is left').toBe(
        button('Remove the filter: Value over 10,000'),
      ),
    );
    await fireEvent.keyDown(button('Change the filter: Value over 10,000'), { key: 'Delete' });
    await waitFor(() => expect(box().value, 'the box shows the same text').toBe('fabrikam'));
    await waitFor(() => expect(chips()).toHaveLength(0));
  });

  it('tell what is not understood, and mend it by one click', async () => {
    await open();
    await type('cuntry:US is:favorite');
    await waitFor(() => expect(chipTexts()[0]).toContain('There is no filter “cuntry”. Did you mean “country”?'));
    await fireEvent.click(button('Use “country”'));
    await waitFor(() => expect(leads.query).toBe('country:US is:favorite'));
    await waitFor(() => expect(chipTexts()).toEqual(['Country: United States', 'Favorite']));
    await fireEvent.click(button('Clear the filters'));
    await waitFor(() => expect(leads.query).toBe(''));
  });

  it('open the filter that they are of', async () => {
    await open();
    await type('value:>10000');
    await waitFor(() => expect(chips()).toHaveLength(1));
    await fireEvent.click(button('Change the filter: Value over 10,000'));
    const menu = await screen.findByRole('dialog', { name: 'Filter the leads' });
    expect(within(menu).getByRole('tab', { selected: true }).textContent).toContain('Value');
    expect(await violations(), 'chips and menu are accessible').toEqual([]);
  });
});

describe('the filter menu', () => {
  async function menu() {
    await fireEvent.click(button(/^Filter/));
    return within(await screen.findByRole('dialog', { name: 'Filter the leads' }));
  }
  const field = async (filters: Awaited<ReturnType<typeof menu>>, name: RegExp) =>
    fireEvent.click(filters.getByRole('tab', { name }));

  it('writes what is chosen as if it had been typed, and shows what is set', async () => {
    await open();
    await type('fabrikam');
    const filters = await menu();
    await fireEvent.click(filters.getByRole('button', { name: 'Contacted: No' }));
    await waitFor(() => expect(leads.query).toBe('-is:contacted fabrikam'));
    await field(filters, /^Type/);
    await fireEvent.click(filters.getByLabelText('Customer inquiry'));
    await fireEvent.click(filters.getByLabelText('Sales qualified'));
    await waitFor(() => expect(leads.query).toBe('-is:contacted type:inquiry,sales fabrikam'));
    await fireEvent.click(filters.getByLabelText('All but these'));
    await waitFor(() => expect(leads.query).toBe('-is:contacted -type:inquiry,sales fabrikam'));
    await field(filters, /^Received/);
    await fireEvent.click(filters.getByRole('button', { name: 'Last 7 days' }));
    await waitFor(() => expect(leads.query).toContain('received:<7d'));
    expect(filters.getByRole('tab', { name: /Type/ }).textContent, 'which fields are set can be seen').toContain('set');
    await fireEvent.click(filters.getByRole('button', { name: 'Clear the filters' }));
    await waitFor(() => expect(box().value, 'the words stay').toBe('fabrikam'));
  });

  it('asks for an amount once it is one', async () => {
    await open();
    const filters = await menu();
    await field(filters, /^Value/);
    await fireEvent.input(filters.getByLabelText('At least'), { target: { value: '10,000' } });
    await waitFor(() => expect(leads.query).toBe('value:>=10000'));
    await fireEvent.input(filters.getByLabelText('At most'), { target: { value: 'x' } });
    expect(leads.query, 'what is no amount asks nothing').toBe('value:>=10000');
    await fireEvent.input(filters.getByLabelText('At most'), { target: { value: '50000' } });
    await waitFor(() => expect(leads.query).toBe('value:10000..50000'));
  });

  it('offers the countries that leads have, by their names and with their counts', async () => {
    await open();
    const filters = await menu();
    await field(filters, /^Country/);
    const country = await filters.findByLabelText('United States');
    expect(country.closest('li')?.textContent, 'with how many leads are there').toContain('18');
    await fireEvent.input(filters.getByLabelText('Find a value'), { target: { value: 'united' } });
    await fireEvent.click(await filters.findByLabelText('United States'));
    await waitFor(() => expect(leads.query).toBe('country:US'));
    await fireEvent.click(filters.getByRole('button', { name: 'Without' }));
    await waitFor(() => expect(leads.query).toBe('country:none'));
  });

  it('is walked by the arrows, keeps its letters to itself, and closes by Escape', async () => {
    const fake = await open();
    const opener = button(/^Filter/);
    opener.focus();
    await fireEvent.keyDown(opener, { key: 'F', shiftKey: true });
    const filters = within(await screen.findByRole('dialog', { name: 'Filter the leads' }));
    const first = filters.getByRole('tab', { name: /^State/ });
    first.focus();
    await fireEvent.keyDown(first, { key: 'ArrowDown' });
    const second = filters.getByRole('tab', { selected: true });
    expect([second.textContent?.trim(), document.activeElement]).toEqual(['Type', second]);
    await fireEvent.keyDown(second, { key: 'f' });
    expect(fake.called('set_favorite'), 'F is no key of the desk in here').toBe(0);
    await fireEvent.keyDown(second, { key: 'Escape' });
    await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Filter the leads' })).toBeNull());
    expect(document.activeElement, 'the keyboard is where it was').toBe(opener);
  });
});

describe('a list without results', () => {
  it('says whether words or filters leave nothing, and lets either go', async () => {
    await open();
    await type('is:lapsed relecloud');
    expect(await screen.findByText('Nothing found in this list with these filters')).toBeTruthy();
    await fireEvent.click(within(screen.getByRole('tabpanel')).getByRole('button', { name: 'Clear the filters' }));
    await waitFor(() => expect(leads.query).toBe('relecloud'));
    expect(await screen.findByText('There are matches elsewhere:'), 'without the filter there are some').toBeTruthy();
  });

  it('leads to all leads', async () => {
    await open();
    await type('stage:archived');
    await fireEvent.click(await screen.findByRole('button', { name: /in all leads/ }));
    await waitFor(() => expect(screen.getByRole('tab', { name: /All leads/, selected: true })).toBeTruthy());
    expect([leads.stage, leads.query], 'all stages, the same search').toEqual([null, 'stage:archived']);
    await waitFor(() => expect(rows()).toBeGreaterThan(0));
  });

  it('speaks Korean', async () => {
    await open({ settings: { language: 'ko' } });
    language.choose('ko');
    await fireEvent.input(screen.getByLabelText('모든 잠재 고객 검색'), { target: { value: 'is:lapsed is:favorite' } });
    expect(await screen.findByText('이 목록에는 조건에 맞는 잠재 고객이 없습니다')).toBeTruthy();
  });
});
