import { fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { listenForKeys, registerActions } from '$lib/state/keys';
import Menu from './Menu.svelte';

const items = [
  { id: 'first', label: 'First', detail: 'now' },
  { id: 'second', label: 'Second', note: 'mind the gap' },
  { id: 'other', label: 'Other…', apart: true },
];
let ends: (() => void)[] = [];
afterEach(() => {
  ends.forEach((end) => end());
  ends = [];
});

function shown() {
  const [onchoose, onclose, desk] = [vi.fn(), vi.fn(), vi.fn()];
  const before = document.createElement('button');
  document.body.append(before);
  before.focus();
  ends = [registerActions([{ name: 'accept', run: desk }]), listenForKeys(), () => before.remove()];
  const { rerender } = render(Menu, { open: true, label: 'Choices', items, onchoose, onclose });
  return { onchoose, onclose, desk, before, rerender };
}

const focused = () => document.activeElement?.textContent?.replace(/\s+/g, ' ').trim();
const press = (key: string, more: KeyboardEventInit = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });

describe('a menu', () => {
  it('is gone through by arrows, Home and End', async () => {
    shown();
    expect(focused(), 'it begins at its first item').toBe('First now');
    await press('ArrowDown');
    expect(focused(), 'down').toBe('Second mind the gap');
    await press('End');
    expect(focused(), 'to the last').toBe('Other…');
    await press('ArrowDown');
    expect(focused(), 'and round').toBe('First now');
    await press('ArrowUp');
    expect(focused(), 'both ways').toBe('Other…');
    await press('Home');
    expect(focused(), 'to the first').toBe('First now');
  });

  it('tells what was chosen and closes', async () => {
    const { onchoose, onclose } = shown();
    await fireEvent.click(screen.getByRole('menuitem', { name: /Second/ }));
    expect(onchoose, 'once, by its name').toHaveBeenCalledExactlyOnceWith('second');
    expect(onclose, 'nothing is left open').toHaveBeenCalledOnce();
  });

  it('closes by Escape, Tab and a click beside it, and gives the focus back', async () => {
    const { onclose, before, rerender } = shown();
    await press('Escape');
    await press('Tab');
    await fireEvent.pointerDown(document.body);
    expect(onclose, 'each of the three asks for it').toHaveBeenCalledTimes(3);
    await rerender({ open: false });
    expect(document.activeElement, 'where it was before').toBe(before);
  });

  it('keeps its letters from the desk, and a syllable from itself', async () => {
    const { desk, onclose } = shown();
    await press('a');
    expect(desk, 'no key of the desk works through an open menu').not.toHaveBeenCalled();
    await press('Escape', { isComposing: true });
    expect(onclose, 'that Escape belongs to the input method').not.toHaveBeenCalled();
  });
});
