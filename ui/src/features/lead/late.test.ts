// What a core that answers late must not do to a lead, a form or a menu that somebody has turned to meanwhile.
import { screen, within } from '@testing-library/svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { asked, fakeLead, NOON } from '$lib/api/fake';
import { HOUR } from '$lib/format';
import { clock, undoOffers } from '$lib/state';
import { late } from '../../testing/late';
import { click, dialog, openPane, press, settled } from './testing';

let unlisten = () => {
  // no keys yet
};
async function open(...leads: Parameters<typeof openPane>) {
  const opened = await openPane(...leads);
  unlisten = opened.unlisten;
  return opened;
}
afterEach(() => unlisten());

const hot = (hoursLeft: number) => fakeLead({ id: 1, ...asked(NOON - (72 - hoursLeft) * HOUR) });
const choose = async (name: RegExp) => {
  await press('s');
  within(await screen.findByRole('menu', { name: 'Snooze' }))
    .getByRole('menuitem', { name })
    .click();
  await settled();
};

describe('the snooze menu that comes late', () => {
  it('does not come up on the way back to a lead that was left', async () => {
    const { fake, pane } = await open(hot(31), { ...hot(30), id: 2 });
    const slow = late(fake, 'snooze_choices');
    await press('s');
    await pane.rerender({ id: 2 });
    await settled();
    await slow.answer();
    await settled();
    expect(screen.queryByRole('menu'), 'it is not this one’s').toBeNull();
    await pane.rerender({ id: 1 });
    await settled();
    expect(screen.queryByRole('menu'), 'nobody waits for it any more').toBeNull();
  });

  it('does not come up under a form', async () => {
    const { fake } = await open(hot(31));
    const slow = late(fake, 'snooze_choices');
    await press('s');
    await press('d');
    await settled();
    expect(dialog(), 'the form was asked for last').toBeTruthy();
    await slow.answer();
    await settled();
    expect(screen.queryByRole('menu')).toBeNull();
  });

  it('is asked for anew by another lead', async () => {
    const { fake, pane } = await open(fakeLead({ id: 1 }), fakeLead({ id: 2 }));
    const slow = late(fake, 'snooze_choices');
    await press('s');
    await pane.rerender({ id: 2 });
    await settled();
    await press('s');
    await slow.end();
    await settled();
    expect(screen.queryByRole('menu', { name: 'Snooze' }), 'it is the other one’s menu').toBeTruthy();
  });
});

it('the question past the deadline stays until its answer is there, which closes no other form', async () => {
  const { fake } = await open(hot(2));
  await choose(/Tomorrow morning/);
  const slow = late(fake, 'snooze_lead');
  await click('Snooze anyway');
  await press('Escape');
  await press('d');
  await settled();
  expect(dialog().textContent, 'what was sent can no longer be left').toContain('Snooze past the deadline?');
  await slow.answer();
  await settled();
  expect(document.querySelector('dialog[open]'), 'it is done').toBeNull();
  expect(fake.leads[0]?.snoozedUntil, 'as it was answered').not.toBeNull();
});

it('an undo that is pressed while a snooze is on its way takes back the snooze', async () => {
  const { fake } = await open(hot(31));
  const older = vi.fn();
  undoOffers.offer({ id: 'older', until: NOON + 10_000, run: older });
  const slow = late(fake, 'snooze_lead');
  await choose(/In an hour/);
  const { takeBack } = await import('../../deskActions');
  const takenBack = takeBack();
  await settled();
  expect(older, 'what was done before is not meant').not.toHaveBeenCalled();
  await slow.answer();
  await takenBack;
  await settled();
  expect(fake.leads[0]?.snoozedUntil, 'the snooze is').toBeNull();
  expect(fake.called('undo_action')).toBe(1);
});

it('what is being taken back is not offered again by a lead that was read just before', async () => {
  const { fake } = await open(hot(31));
  await choose(/In an hour/);
  const slow = late(fake, 'undo_action');
  expect(undoOffers.takeBack(clock.now), 'the snooze').toBe(true);
  fake.emit({ event: 'changed', leads: [1], reminders: false, settings: false });
  await settled();
  expect(undoOffers.newest(clock.now), 'once is enough').toBeNull();
  await slow.answer();
  expect(fake.leads[0]?.snoozedUntil).toBeNull();
});
