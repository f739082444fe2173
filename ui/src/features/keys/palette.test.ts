// The palette and the overview as a person uses them, on the fake core.
import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { useBackend } from '$lib/api';
import { FakeBackend } from '$lib/api/fake';
import type { LeadPage } from '$lib/api/generated';
import { desk, toasts, views } from '$lib/state';
import { registerActions } from '$lib/state/keys';
import { violations } from '../../testing/axe';
import KeysDialog from './KeysDialog.svelte';
import Palette from './Palette.svelte';

let ends: (() => void)[] = [];
afterEach(() => {
  ends.forEach((end) => end());
  ends = [];
});

async function open(prepare: (fake: FakeBackend) => void = () => undefined) {
  const fake = new FakeBackend();
  prepare(fake);
  useBackend(fake);
  await desk.reloadSettings();
  await views.refresh();
  const done: string[] = [];
  const names = ['accept', 'decline', 'favorite', 'export', 'next'] as const;
  ends.push(registerActions(names.map((name) => ({ name, run: () => done.push(name) }))));
  ends.push(registerActions([{ name: 'won', run: () => done.push('won'), when: () => false }]));
  const told = { onclose: vi.fn(), onopenlead: vi.fn(), onview: vi.fn(), onpage: vi.fn() };
  const pages = [
    { id: 'alarm', text: 'settings-alarm' },
    { id: 'keys', text: 'settings-keys' },
  ] as const;
  const palette = render(Palette, { pages, ...told });
  await settled();
  return { fake, done, ...told, palette };
}

async function settled() {
  for (let turn = 0; turn < 8; turn++) await Promise.resolve();
  await tick();
}

const field = () => screen.getByRole('combobox', { hidden: true });
const options = () =>
  screen.queryAllByRole('option', { hidden: true }).map((o) => o.textContent?.replace(/\s+/g, ' ').trim());
const active = () => {
  const id = field().getAttribute('aria-activedescendant') ?? '';
  const option = document.getElementById(id);
  expect(option?.getAttribute('aria-selected') ?? 'true', 'the two ways of saying it agree').toBe('true');
  return option?.textContent?.replace(/\s+/g, ' ').trim() ?? null;
};
const press = async (key: string, more: KeyboardEventInit = {}) => {
  await fireEvent.keyDown(field(), { key, ...more });
  await settled();
};
const type = async (text: string) => {
  await fireEvent.input(field(), { target: { value: text } });
  await settled();
};

describe('the palette', () => {
  it('offers every action that is possible now, with its key, and none that is not', async () => {
    const { done, onclose } = await open();
    expect(document.activeElement, 'ready to be typed into').toBe(field());
    expect(options(), 'with their keys').toEqual(expect.arrayContaining(['Accept the lead A', 'Export leads O']));
    expect(options().join(), 'a won deal cannot be won').not.toContain('Close as won');
    await type('dec');
    expect(options()[0], 'found by its beginning').toBe('Decline the lead D');
    await press('Enter');
    expect(done, 'done').toEqual(['decline']);
    expect(onclose, 'and gone').toHaveBeenCalledOnce();
  });

  it('shows the keys that the user has set', async () => {
    await open((fake) => (fake.settings = { ...fake.settings, keys: { accept: 'Shift+Q' } }));
    expect(options()).toContain('Accept the lead Shift Q');
  });

  it('finds an action in both languages and by initial consonants', async () => {
    await open((fake) => (fake.settings = { ...fake.settings, language: 'ko' }));
    for (const typed of ['수락', 'ㅅㄹ', 'acc']) {
      await type(typed);
      expect(options()[0], typed).toBe('잠재 고객 수락 A');
    }
  });

  it('is gone through by arrows, Home and End while the keyboard stays in the field', async () => {
    await open();
    const all = options();
    expect(active(), 'the first is at hand').toBe(all[0]);
    await press('ArrowDown');
    expect(active()).toBe(all[1]);
    await press('End');
    expect(active()).toBe(all.at(-1));
    await press('ArrowDown');
    expect(active(), 'and round').toBe(all[0]);
    await press('ArrowUp');
    expect(active(), 'both ways').toBe(all.at(-1));
    await press('Home');
    expect(active()).toBe(all[0]);
    expect(document.activeElement).toBe(field());
  });

  it('finds every lead of every tab and stage, and opens it', async () => {
    const { fake, onopenlead } = await open();
    await type('relecloud');
    const asked = fake.calls.findLast(({ command }) => command === 'list_leads')?.request;
    expect(asked, 'of the whole desk').toMatchObject({ tab: 'all', stage: null, query: 'relecloud', limit: 8 });
    expect(active(), 'customer, what for, and its stage').toMatch(/^Relecloud .* Archived$/);
    await press('Enter');
    expect(onopenlead).toHaveBeenCalledExactlyOnceWith(15);
  });

  it('marks what was found, as a text', async () => {
    await open((fake) => {
      const call = fake.call.bind(fake);
      vi.spyOn(fake, 'call').mockImplementation(async (command, request) => {
        const reply = await call(command, request);
        if (command === 'list_leads')
          (reply as LeadPage).rows[0]?.hits.push({ field: 'customer', text: null, marks: [[0, 4]] });
        return reply;
      });
    });
    await type('rele');
    expect([...document.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['Rele']);
  });

  it('wears the newest answer, and Enter waits for it', async () => {
    const late: (() => void)[] = [];
    const { onopenlead } = await open((fake) => {
      const call = fake.call.bind(fake);
      vi.spyOn(fake, 'call').mockImplementation(async (command, request) => {
        if (command === 'list_leads') await new Promise<void>((go) => late.push(go));
        return call(command, request);
      });
    });
    await type('relec');
    await type('tailspin');
    await press('Enter');
    expect(onopenlead, 'nothing has come yet').not.toHaveBeenCalled();
    late[1]?.();
    await settled();
    late[0]?.();
    await settled();
    expect(onopenlead, 'the lead that was typed last').toHaveBeenCalledExactlyOnceWith(
      new FakeBackend().leads.find(({ customer }) => customer.name === 'Tailspin Toys')?.id,
    );
  });

  it('searches while Korean is composed, but its Enter and arrows only end a syllable', async () => {
    const { done, onopenlead, onclose } = await open();
    await type('민구');
    await type('민국');
    expect(options().join(), 'each state of the syllable is searched').toContain('대한민국물산');
    await press('Enter', { isComposing: true });
    await press('Enter', { keyCode: 229 });
    await press('Escape', { isComposing: true });
    expect([done, onopenlead.mock.calls, onclose.mock.calls], 'nothing was chosen, nothing closed').toEqual([
      [],
      [],
      [],
    ]);
    await press('Enter');
    expect(onopenlead, 'a real Enter does').toHaveBeenCalledOnce();
  });

  it('begins with what was chosen last', async () => {
    const first = await open();
    await type('export');
    await press('Enter');
    first.palette.unmount();
    const { palette } = await open();
    const recent = screen.getByRole('group', { name: 'Recent', hidden: true });
    expect(within(recent).getByRole('option', { hidden: true }).textContent, 'at hand again').toContain('Export leads');
    expect(
      options().filter((text) => text?.startsWith('Export leads')),
      'and only once',
    ).toHaveLength(1);
    palette.unmount();
  });

  it('leads to saved views and pages of the settings', async () => {
    const view = {
      name: 'Hot in Korea',
      tab: 'all',
      stage: null,
      query: 'is:hot',
      sort: 'received',
      descending: true,
      columns: [],
    } as const;
    const { onview, onpage } = await open(
      (fake) => (fake.arranged.views = [{ id: 4, view: { ...view, columns: [] }, leads: 3 }]),
    );
    await type('hot');
    await press('Enter');
    expect(onview).toHaveBeenCalledWith(expect.objectContaining({ id: 4 }));
    await type('alarm');
    await press('Enter');
    expect(onpage).toHaveBeenCalledWith('alarm');
  });

  it('closes by Escape, by its own key and by a click beside it', async () => {
    const { onclose } = await open();
    await press('Escape');
    await press('k', { ctrlKey: true });
    await fireEvent.click(screen.getByRole('dialog'));
    expect(onclose).toHaveBeenCalledTimes(3);
  });

  it('says that nothing is found, and tells of a core that does not answer', async () => {
    const { fake } = await open();
    await type('zzzz');
    expect(screen.getByText(/no lead has it/), 'in words').toBeTruthy();
    expect(field().getAttribute('aria-expanded'), 'nothing is open').toBe('false');
    await press('Enter');
    await press('ArrowDown');
    fake.fail('list_leads', { code: 'busy' });
    await type('zzzzz');
    expect(toasts.list, 'not a silent nothing').toHaveLength(1);
  });

  it('has nothing that axe finds, empty and with results', async () => {
    await open();
    expect(await violations(document.body)).toEqual([]);
    await type('re');
    expect(await violations(document.body)).toEqual([]);
  });
});

describe('the overview of keys', () => {
  async function overview(keys: Record<string, string> = {}) {
    useBackend(new FakeBackend({ settings: { keys } }));
    await desk.reloadSettings();
    const told = { onclose: vi.fn(), onchange: vi.fn() };
    render(KeysDialog, told);
    return told;
  }
  const rows = () =>
    [...document.querySelectorAll('dl .row')].map((row) => row.textContent?.replace(/\s+/g, ' ').trim());

  it('lists the keys as they are now, by group', async () => {
    await overview({ accept: 'Shift+Q', decline: '' });
    expect(
      rows().find((row) => row?.startsWith('Accept')),
      'the user’s own',
    ).toContain('Shift Q');
    expect(rows().join(), 'an action without a key has no place among keys').not.toContain('Decline');
    expect(
      rows().find((row) => row?.startsWith('Next lead')),
      'both',
    ).toMatch(/J.*↓/);
    expect(screen.getByRole('heading', { name: 'Work the open lead' })).toBeTruthy();
  });

  it('is searched in both languages and by a key', async () => {
    await overview();
    const type = (value: string) => fireEvent.input(screen.getByLabelText('Find a key'), { target: { value } });
    for (const typed of ['snooze', '다시 알림', 'ㄷㅅ ㅇㄹ']) {
      await type(typed);
      expect(rows().join(), typed).toContain('Snooze');
      expect(rows().length, 'and little else').toBeLessThan(8);
    }
    await type('zzzz');
    expect(screen.getByText('No action is called that.')).toBeTruthy();
  });

  it('leads to where keys are changed, and has nothing that axe finds', async () => {
    const { onchange } = await overview();
    expect(await violations(document.body)).toEqual([]);
    await fireEvent.click(screen.getByRole('button', { name: 'Change keys…' }));
    expect(onchange).toHaveBeenCalledOnce();
  });
});
