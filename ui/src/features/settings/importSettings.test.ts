// The watched folder and the saved mappings in the settings, on the fake core.
import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { expect, it, vi } from 'vitest';
import { useBackend } from '$lib/api';
import { FakeBackend } from '$lib/api/fake';
import type { Mapping, WatchedFolder } from '$lib/api/generated';
import { desk, leads } from '$lib/state';
import Settings from './Settings.svelte';

const mapping: Mapping = {
  columns: [],
  leadType: null,
  currency: null,
  dateOrder: 'yearMonthDay',
  decimalMark: 'point',
};

async function open(watched: Partial<WatchedFolder> = {}) {
  const fake = new FakeBackend();
  fake.imports.watched = { ...fake.imports.watched, ...watched };
  fake.imports.mappings.set('Trade fair', mapping);
  useBackend(fake);
  await desk.reloadSettings();
  await desk.refresh(leads);
  const onimports = vi.fn();
  render(Settings, { onimports });
  await fireEvent.click(screen.getByRole('button', { name: 'Settings' }));
  await fireEvent.click(await screen.findByRole('tab', { name: 'Import' }));
  await screen.findByRole('button', { name: /^Choose a/ });
  return { fake, onimports };
}

const click = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

it('no folder is watched until one is chosen, and it can be stopped', async () => {
  const { fake } = await open();
  expect(screen.getByText('No folder is watched.')).toBeTruthy();
  await click('Choose a folder…');
  expect(await screen.findByText('/home/alex/Leads')).toBeTruthy();
  expect(screen.getByText(/moved to the folder “done”/), 'what happens to the files').toBeTruthy();
  await click('Stop watching');
  expect(await screen.findByText('No folder is watched.')).toBeTruthy();
  expect(fake.imports.watched.path).toBeNull();
});

it('a dialog that is cancelled changes nothing', async () => {
  const { fake } = await open();
  fake.imports.folder = null;
  await click('Choose a folder…');
  await waitFor(() => expect(fake.called('choose_watched_folder')).toBe(1));
  expect(screen.getByText('No folder is watched.')).toBeTruthy();
});

it('a saved mapping is chosen for tables of other programs', async () => {
  const { fake } = await open({ path: '/leads' });
  await fireEvent.change(screen.getByLabelText('Mapping for tables of other programs'), {
    target: { value: 'Trade fair' },
  });
  await waitFor(() => expect(fake.imports.watched.mapping).toBe('Trade fair'));
});

it('a folder that cannot be watched says why, as soon as that is known', async () => {
  const { fake } = await open({ path: '/leads' });
  fake.imports.watched = { ...fake.imports.watched, problem: 'No such file or directory' };
  fake.emit({ event: 'watchChanged' });
  expect(await screen.findByText('No such file or directory')).toBeTruthy();
  expect(screen.getByText(/cannot be read just now/)).toBeTruthy();
});

it('a choice that fails is said where it was made', async () => {
  const { fake } = await open();
  fake.fail('choose_watched_folder', { code: 'systemRefused', detail: 'permission denied' });
  await click('Choose a folder…');
  expect(await screen.findByText('The system refused: permission denied')).toBeTruthy();
});

it('a saved mapping is deleted, and the past imports are a click away', async () => {
  const { fake, onimports } = await open();
  await click('Delete the mapping Trade fair');
  await waitFor(() => expect(fake.imports.mappings.size).toBe(0));
  await click('Past imports…');
  expect(onimports).toHaveBeenCalledOnce();
  expect(screen.queryByRole('dialog'), 'the settings make room').toBeNull();
});
