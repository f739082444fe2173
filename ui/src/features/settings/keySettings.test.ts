// Keys as a person changes them, on the fake core.
import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { useBackend } from '$lib/api';
import { FakeBackend } from '$lib/api/fake';
import { desk, leads } from '$lib/state';
import { keyText } from '$lib/state/keys';
import { violations } from '../../testing/axe';
import Settings from './Settings.svelte';

async function open(keys: Record<string, string> = {}) {
  const fake = new FakeBackend({ settings: { keys } });
  useBackend(fake);
  await desk.reloadSettings();
  await desk.refresh(leads);
  render(Settings);
  await fireEvent.click(screen.getByRole('button', { name: 'Settings' }));
  await fireEvent.click(await screen.findByRole('tab', { name: 'Keys' }));
  return fake;
}

const key = (action: string) => screen.getByRole('button', { name: new RegExp(`^${action}: `) });
const press = (name: string, more: KeyboardEventInit = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key: name, ...more });

async function listen(action: string) {
  key(action).focus();
  await fireEvent.click(key(action));
}

describe('a key', () => {
  it('is changed by pressing the new one, and works at once', async () => {
    const fake = await open();
    await listen('Accept the lead');
    expect(key('Accept the lead').textContent, 'it says what to do').toContain('Press a key');
    await press('Shift', { shiftKey: true });
    expect(key('Accept the lead').textContent, 'and what is held').toContain('Shift');
    await press('Q', { shiftKey: true });
    await waitFor(() => expect(fake.settings.keys).toEqual({ accept: 'Shift+Q' }));
    expect(keyText('accept'), 'everywhere').toBe('Shift+Q');
    expect(document.activeElement, 'the keyboard stays').toBe(key('Accept the lead'));
  });

  it('is left by Escape, which does not close the settings, and by leaving', async () => {
    const fake = await open();
    await listen('Accept the lead');
    await press('Escape');
    expect(screen.getByRole('dialog'), 'still open').toBeTruthy();
    expect(key('Accept the lead').textContent).toContain('A');
    await listen('Accept the lead');
    await fireEvent.blur(key('Accept the lead'));
    await press('q');
    expect(fake.called('save_settings'), 'nothing was changed').toBe(0);
  });

  it('is taken away by Backspace, and given back', async () => {
    const fake = await open();
    await listen('Accept the lead');
    await press('Backspace');
    await waitFor(() => expect(fake.settings.keys, 'none').toEqual({ accept: '' }));
    expect(key('Accept the lead').textContent).toContain('No key');
    await fireEvent.click(screen.getByRole('button', { name: 'Back to A: Accept the lead' }));
    await waitFor(() => expect(fake.settings.keys, 'as it comes, so nothing is kept').toEqual({}));
    expect(document.activeElement, 'the button has gone, its neighbour has the keyboard').toBe(key('Accept the lead'));
  });

  it('on a Korean layout is the letter of its place, and a composed syllable is none', async () => {
    const fake = await open();
    await listen('Accept the lead');
    await press('Process', { keyCode: 229, code: 'KeyQ' });
    await press('ㅂ', { isComposing: true, code: 'KeyQ' });
    expect(fake.called('save_settings'), 'not yet').toBe(0);
    await press('ㅂ', { code: 'KeyQ' });
    await waitFor(() => expect(fake.settings.keys).toEqual({ accept: 'Q' }));
  });

  it('that something else needs is refused with the reason, and another can be pressed', async () => {
    const fake = await open();
    await listen('Accept the lead');
    const refused: [string, KeyboardEventInit, RegExp][] = [
      ['Tab', {}, /^Tab moves through the window/],
      ['Enter', {}, /^Enter moves/],
      ['F5', {}, /^F5 belongs to the system/],
      ['c', { ctrlKey: true }, /^Ctrl C edits text/],
      ['+', { ctrlKey: true }, /^Ctrl \+ changes the size/],
    ];
    for (const [name, more, why] of refused) {
      expect(await press(name, more), 'the window does not do it either').toBe(false);
      expect(screen.getByText(why), name).toBeTruthy();
    }
    expect(fake.called('save_settings'), 'nothing was saved').toBe(0);
    await press('q');
    await waitFor(() => expect(fake.settings.keys).toEqual({ accept: 'Q' }));
  });
});

describe('a key of another action', () => {
  it('is said with its name, and taken over only when that is meant', async () => {
    const fake = await open();
    await listen('Snooze its reminders');
    await press('a');
    const question = screen.getByRole('group', { name: 'A is the key of “Accept the lead”.' });
    expect(fake.called('save_settings'), 'it is a question').toBe(0);
    expect(document.activeElement, 'its answer is at hand').toBe(
      within(question).getByRole('button', { name: 'Take it over' }),
    );
    expect(await violations(document.body), 'as axe sees it').toEqual([]);
    await fireEvent.click(within(question).getByRole('button', { name: 'Take it over' }));
    await waitFor(() => expect(fake.settings.keys, 'no key does two things').toEqual({ accept: '', snooze: 'A' }));
    expect(key('Accept the lead').textContent, 'and it shows').toContain('No key');
    expect(document.activeElement).toBe(key('Snooze its reminders'));
  });

  it('can be left where it is, by Escape too', async () => {
    const fake = await open();
    for (const leave of [
      () => fireEvent.click(screen.getByRole('button', { name: 'Leave it there' })),
      () => press('Escape'),
    ]) {
      await listen('Snooze its reminders');
      await press('a');
      await leave();
      expect(screen.queryByText(/is the key of/), 'no question is left').toBeNull();
      expect(screen.getByRole('dialog'), 'the settings stay').toBeTruthy();
      expect(document.activeElement).toBe(key('Snooze its reminders'));
    }
    expect(fake.called('save_settings')).toBe(0);
  });

  it('is asked about also where a key is set back', async () => {
    const fake = await open({ accept: 'Q', print: 'A' });
    await fireEvent.click(screen.getByRole('button', { name: 'Back to A: Accept the lead' }));
    await fireEvent.click(await screen.findByRole('button', { name: 'Take it over' }));
    await waitFor(() => expect(fake.settings.keys).toEqual({ print: '' }));
  });
});

describe('all keys', () => {
  it('are set back by one button', async () => {
    const fake = await open({ accept: 'Q', decline: '' });
    await fireEvent.click(screen.getByRole('button', { name: 'Reset all keys' }));
    await waitFor(() => expect(fake.settings.keys).toEqual({}));
    expect(screen.queryByRole('button', { name: 'Reset all keys' }), 'nothing is left to set back').toBeNull();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Find a key')));
  });

  it('are found by name in both languages, and by key', async () => {
    await open();
    const shown = () => document.querySelectorAll('.keys .row').length;
    const all = shown();
    for (const typed of ['snooze', '다시 알림', 'reminders']) {
      await fireEvent.input(screen.getByLabelText('Find a key'), { target: { value: typed } });
      expect(key('Snooze its reminders'), typed).toBeTruthy();
      expect(shown(), 'and little else').toBeLessThan(all / 2);
    }
  });

  it('that cannot be saved are shown as they are', async () => {
    const fake = await open();
    fake.fail('save_settings', { code: 'busy' });
    await listen('Accept the lead');
    await press('q');
    await waitFor(() => expect(fake.called('save_settings')).toBe(1));
    await waitFor(() => expect(keyText('accept'), 'the old one still works').toBe('A'));
  });

  it('have nothing that axe finds', async () => {
    await open({ accept: 'Q' });
    expect(await violations(document.body)).toEqual([]);
    await listen('Accept the lead');
    expect(await violations(document.body), 'while it listens').toEqual([]);
  });
});
