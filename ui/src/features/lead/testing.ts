/** What the component tests of a lead share: an open pane on a fake core, and a few ways to act like a person. */
import { configure, fireEvent, render, screen, within } from '@testing-library/svelte';
import { tick } from 'svelte';
import { vi } from 'vitest';
import { useBackend } from '$lib/api';
import { FakeBackend, fakeLead, NOON } from '$lib/api/fake';
import type { LeadDetail } from '$lib/api/generated';
import { clock, undoOffers } from '$lib/state';
import { listenForKeys, registerActions } from '$lib/state/keys';
import LeadPane from './LeadPane.svelte';

// jsdom takes seconds to find out whether a part of a large form is hidden, and longer while the machine builds beside
// it; nothing here is told apart by being hidden.
configure({ defaultHidden: true });
vi.setConfig({ testTimeout: 30_000 });

export const deal = {
  name: 'Roll-out',
  value: { amount: '10000.00', currency: 'USD' },
  purchaseOn: '2026-12-01',
  notes: 'Call Sue first.',
  crmId: 'CRM-7',
  campaignId: null,
};

export function accepted(over: Partial<LeadDetail> = {}): LeadDetail {
  return fakeLead({ id: 1, stage: 'accepted', acceptedAt: NOON - 3_600_000, deal, ...over });
}

/** A fake core with `leads`, and the clock at its noon. */
export function core(...leads: LeadDetail[]): FakeBackend {
  const fake = new FakeBackend({ leads });
  useBackend(fake);
  clock.sync(NOON);
  return fake;
}

/** The pane with the first of `leads` open, as soon as it can be seen. */
export async function openPane(...leads: LeadDetail[]) {
  const fake = core(...leads);
  const desk = { onnext: vi.fn(), onprevious: vi.fn(), onclose: vi.fn() };
  const pane = render(LeadPane, { id: leads[0]?.id ?? 1, ...desk });
  await screen.findByRole('heading', { level: 1 });
  // As the desk does it.
  const ends = [listenForKeys(), registerActions([{ name: 'undo', run: () => undoOffers.takeBack(clock.now) }])];
  return { fake, desk, pane, unlisten: () => ends.forEach((end) => end()) };
}

export async function press(key: string, more: KeyboardEventInit = {}): Promise<void> {
  await fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });
}

export async function click(name: string | RegExp): Promise<void> {
  await fireEvent.click(screen.getByRole('button', { name }));
}

export async function type(label: string | RegExp, value: string): Promise<void> {
  await fireEvent.input(within(dialog()).getByLabelText(label), { target: { value } });
}

export function dialog(): HTMLElement {
  const open = document.querySelector<HTMLElement>('dialog[open]');
  if (!open) throw new Error('no dialog is open');
  return open;
}

export async function send(): Promise<void> {
  const form = dialog().querySelector('form');
  if (!form) throw new Error('the dialog has no form');
  await fireEvent.submit(form);
  await settled();
}

/** Lets the fake answer and the window draw. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 8; turn++) await Promise.resolve();
  await tick();
}
