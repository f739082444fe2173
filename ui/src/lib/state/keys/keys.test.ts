// Whether a key press is meant for the desk, and for which action; and which key an action may have.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useBackend } from '$lib/api';
import { FakeBackend } from '$lib/api/fake';
import { desk } from '../desk.svelte';
import {
  allActions,
  ariaKey,
  holderOf,
  keyText,
  listenForKeys,
  refusalOf,
  registerActions,
  shownKey,
  withKey,
} from '.';

let ends: (() => void)[] = [];
const sitAt = (platform: string) => vi.stubGlobal('navigator', { platform });
beforeEach(() => {
  sitAt('Linux x86_64');
  ends = [listenForKeys()];
});
afterEach(() => {
  ends.forEach((end) => end());
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

async function own(keys: Record<string, string>) {
  useBackend(new FakeBackend({ settings: { keys } }));
  await desk.reloadSettings();
}

function listen(...names: Parameters<typeof registerActions>[0][number]['name'][]) {
  const done: string[] = [];
  ends.push(registerActions(names.map((name) => ({ name, run: () => done.push(name) }))));
  return done;
}

function press(key: string, more: KeyboardEventInit = {}, target: EventTarget = document.body): boolean {
  return target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
}

function element<K extends keyof HTMLElementTagNameMap>(tag: K): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  document.body.append(made);
  return made;
}

describe('a key press', () => {
  it('does its action, and is taken from the browser', () => {
    const done = listen('accept', 'undo');
    expect(press('a'), 'the browser has nothing to do').toBe(false);
    press('z', { ctrlKey: true });
    expect(done, 'each once').toEqual(['accept', 'undo']);
    expect(press('q'), 'what means nothing stays the browser’s').toBe(true);
  });

  it('is told by its place on a Korean layout, with Shift and Ctrl too, and with the caps lock on', () => {
    const done = listen('accept', 'palette', 'filter', 'next');
    press('ㅁ', { code: 'KeyA' });
    press('ㅏ', { code: 'KeyK', ctrlKey: true });
    press('ㄹ', { code: 'KeyF', shiftKey: true });
    press('J', { code: 'KeyJ' });
    expect(done).toEqual(['accept', 'palette', 'filter', 'next']);
  });

  it('means nothing while Korean is composed', () => {
    const done = listen('accept', 'palette');
    press('a', { isComposing: true });
    press('Process', { keyCode: 229, code: 'KeyA' });
    press('k', { ctrlKey: true, keyCode: 229 });
    press('k', { ctrlKey: true, isComposing: true }, element('input'));
    expect(done, 'all four belong to the input method').toEqual([]);
  });

  it('means nothing while someone types, but for the palette’s', () => {
    const done = listen('accept', 'undo', 'selectAll', 'palette');
    for (const target of [element('input'), element('textarea'), element('select')]) {
      press('a', {}, target);
      press('a', { ctrlKey: true }, target);
      expect(press('z', { ctrlKey: true }, target), 'the undo of a field is its own').toBe(true);
    }
    expect(done, 'nothing was done to a lead').toEqual([]);
    press('k', { ctrlKey: true }, element('input'));
    expect(done).toEqual(['palette']);
  });

  it('means nothing while a dialog is open', () => {
    const done = listen('accept', 'palette', 'undo');
    element('dialog').setAttribute('open', '');
    press('a');
    press('k', { ctrlKey: true });
    press('z', { ctrlKey: true });
    expect(done, 'the dialog asks for its own answer').toEqual([]);
  });

  it('that is held goes on only from lead to lead', () => {
    const done = listen('next', 'favorite');
    press('j', { repeat: true });
    press('f', { repeat: true });
    expect(done, 'a heart does not flicker').toEqual(['next']);
  });

  it('by an arrow or Enter stays where the place needs it', () => {
    const done = listen('next', 'selectMore', 'open');
    press('ArrowDown', {}, element('button'));
    press('Enter', {}, element('button'));
    const side = element('div');
    side.className = 'lead-side';
    press('ArrowDown', { shiftKey: true }, side);
    expect(done, 'a button is pressed, a text is scrolled').toEqual([]);
    press('ArrowDown', {}, element('div'));
    press('ArrowDown', { shiftKey: true }, element('div'));
    expect(done).toEqual(['next', 'selectMore']);
  });

  it('goes to the one registered last that is possible', () => {
    const done: string[] = [];
    ends.push(registerActions([{ name: 'accept', run: () => done.push('first') }]));
    let may = true;
    ends.push(registerActions([{ name: 'accept', run: () => done.push('last'), when: () => may }]));
    press('a');
    may = false;
    press('a');
    expect(done).toEqual(['last', 'first']);
  });
});

describe('the user’s own keys', () => {
  it('work at once, and the old ones no more', async () => {
    await own({ accept: 'Shift+A', decline: '' });
    const done = listen('accept', 'decline');
    press('a');
    press('d');
    expect(done, 'both were given away').toEqual([]);
    press('A', { shiftKey: true });
    expect(done).toEqual(['accept']);
    expect([keyText('accept'), keyText('decline'), keyText('edit')], 'and are what is shown').toEqual([
      'Shift+A',
      undefined,
      'E',
    ]);
  });

  it('win over a key that another action comes with', async () => {
    await own({ print: 'A' });
    const done = listen('accept', 'print');
    press('a');
    expect(done, 'what the user said counts').toEqual(['print']);
  });

  it('do not reach what is fixed', async () => {
    await own({ selectNone: 'Q' });
    expect(keyText('selectNone'), 'Escape always leaves').toBe('Escape');
  });
});

describe('on a Mac', () => {
  it('Cmd does what Ctrl does elsewhere, and is shown so', () => {
    sitAt('MacIntel');
    const done = listen('palette');
    press('k', { ctrlKey: true });
    expect(done, 'Ctrl has its own meaning there').toEqual([]);
    press('k', { metaKey: true });
    expect(done).toEqual(['palette']);
    expect(shownKey('Ctrl+K'), 'as on its keys').toBe('⌘K');
    expect(ariaKey('Ctrl+K'), 'and as a screen reader says it').toBe('Meta+K');
  });
});

describe('a key', () => {
  it('is written and spoken', () => {
    expect(shownKey('Shift+ArrowDown')).toBe('Shift ↓');
    expect(shownKey('Ctrl++')).toBe('Ctrl +');
    expect(ariaKey('Ctrl+K')).toBe('Control+K');
    expect(ariaKey('Ctrl++')).toBe('Control+Plus');
  });

  it('that something else needs is refused', () => {
    const why = (key: string) => refusalOf(key);
    expect(['Tab', 'Enter', 'Escape', 'ArrowDown', 'Shift+Tab', 'Ctrl+Enter', 'Space'].map(why), 'to move').toEqual(
      Array(7).fill('moves'),
    );
    expect(['F1', 'F5', 'F11', 'Alt+A', 'Meta+K', 'Ctrl+Q', 'Ctrl+W'].map(why), 'the system').toEqual(
      Array(7).fill('system'),
    );
    expect(['Ctrl+C', 'Ctrl+V', 'Ctrl+X'].map(why), 'the clipboard').toEqual(Array(3).fill('text'));
    expect(['Ctrl++', 'Ctrl+-', 'Ctrl+0'].map(why), 'the zoom').toEqual(Array(3).fill('zoom'));
    expect(['Q', 'Shift+Q', 'Ctrl+J', '7', '!', 'Shift+ArrowDown'].map(why), 'all else is free').toEqual(
      Array(6).fill(null),
    );
  });

  it('comes with one action only, and none that would be refused', () => {
    const given = allActions.filter(({ key, fixed }) => key !== '' && !fixed);
    expect(new Set(given.map(({ key }) => key)).size, 'no key twice').toBe(given.length);
    expect(given.filter(({ key }) => refusalOf(key) !== null)).toEqual([]);
  });

  it('is kept only where it is the user’s own', () => {
    expect(withKey({}, 'accept', 'Q'), 'another one').toEqual({ accept: 'Q' });
    expect(withKey({ accept: 'Q' }, 'accept', 'A'), 'as it comes').toEqual({});
    expect(withKey({ accept: 'Q', future: 'Y' }, 'accept', ''), 'none; a name of a newer version stays').toEqual({
      accept: '',
      future: 'Y',
    });
    expect(holderOf({ accept: '' }, 'A', 'snooze'), 'what was given away is free').toBeNull();
    expect(holderOf({}, 'A', 'snooze')?.name).toBe('accept');
    expect(holderOf({}, 'A', 'accept'), 'its own is no conflict').toBeNull();
  });
});
