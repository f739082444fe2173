// Which of several offers Ctrl+Z takes.
import { expect, it, vi } from 'vitest';
import { UndoOffers } from './undo.svelte';

it('takes back what was done last, also of what was done in the same instant', () => {
  const offers = new UndoOffers();
  const run = vi.fn();
  for (const id of ['accepted', 'declined']) offers.offer({ id, until: 30, run: () => run(id) });
  offers.offer({ id: 'long before', until: 20, run: () => run('long before') });
  while (offers.takeBack(0));
  expect(run.mock.calls.flat(), 'the newest first, and what was done long before last').toEqual([
    'declined',
    'accepted',
    'long before',
  ]);
});
