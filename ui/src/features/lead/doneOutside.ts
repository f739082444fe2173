/**
 * What was done to a lead outside of the window, in a notification or in the tray: told as if it were done here, with the
 * same way back. Where the lead is on the screen, it changes by the core's own news.
 */
import { call } from '$lib/api';
import type { Action } from '$lib/api/generated';
import { clock, tellFailure } from '$lib/state';
import { isDoing, tellDone } from './done';

export async function tellDoneOutside(id: number, action: Action): Promise<void> {
  if (!isDoing(action)) return;
  try {
    const nothing = () => undefined;
    tellDone(action, await call('get_lead', { id }), clock.now, { changed: nothing, gone: nothing });
  } catch (reason) {
    tellFailure(reason);
  }
}
