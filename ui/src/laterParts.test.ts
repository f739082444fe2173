// Whoever opens what is not on the first screen gets it, whether its code is there already or not; and is told if it cannot come.
import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { useBackend } from '$lib/api';
import { fakeLead, FakeBackend } from '$lib/api/fake';
import { leads, toasts } from '$lib/state';
import App from './App.svelte';
import { LaterParts, laterParts } from './laterParts.svelte';

async function open() {
  laterParts.here = null;
  useBackend(new FakeBackend({ leads: [fakeLead({ id: 1 })] }));
  render(App);
  await waitFor(() => expect(leads.loaded, 'the list is there').toBe(true));
}

const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });

describe('what is not on the first screen', () => {
  afterEach(() => vi.restoreAllMocks());

  it('opens by its key before its code is there', async () => {
    await open();
    await press('o');
    const dialog = await screen.findByRole('dialog', { name: 'Export leads' });
    expect(dialog, 'one press is enough').toBeTruthy();
  });

  it('opens by a click before its code is there', async () => {
    await open();
    await fireEvent.click(screen.getByRole('button', { name: /^Add a lead/ }));
    expect(await screen.findByRole('dialog', { name: 'Add a lead' }), 'one click is enough').toBeTruthy();
  });

  it('opens at once when its code was read while nobody waited', async () => {
    await laterParts.ready();
    const here = laterParts.here;
    await open();
    laterParts.here = here;
    await press('o');
    expect(screen.queryByRole('dialog', { name: 'Export leads' }), 'nothing is waited for').not.toBeNull();
  });

  it('says so when it cannot be read, and can be asked for again', async () => {
    const need = vi.spyOn(laterParts, 'ready').mockResolvedValue(false);
    await open();
    await press('o');
    await waitFor(() =>
      expect(toasts.list.at(-1)?.text, 'a key that does nothing is told').toContain('could not be loaded'),
    );
    need.mockRestore();
    await press('o');
    expect(await screen.findByRole('dialog', { name: 'Export leads' }), 'the second time it is there').toBeTruthy();
  });

  it('is read once, and once more after a failure', async () => {
    let times = 0;
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const parts = new LaterParts(() => (++times === 1 ? Promise.reject(new Error('gone')) : import('./parts')));
    expect(await Promise.all([parts.ready(), parts.ready()]), 'who waits is told').toEqual([false, false]);
    expect(times, 'two who wait read it once').toBe(1);
    expect(await parts.ready(), 'a failure is not for ever').toBe(true);
    await parts.ready();
    expect(times, 'what is there is not read again').toBe(2);
  });
});
