/**
 * What was done to a lead outside of the window, in a notification: said by name, with the way back while the core
 * offers it. Where the lead is on the screen, it changes by the core's own news.
 */
import { call } from '$lib/api';
import type { Action } from '$lib/api/generated';
import { shortDateTime } from '$lib/format';
import { t } from '$lib/i18n';
import { clock, tellFailure, toasts } from '$lib/state';
import { undo } from './done';

export async function tellDoneOutside(id: number, action: Action): Promise<void> {
  try {
    const lead = await call('get_lead', { id });
    const customer = lead.customer.name;
    let text = t('outside-other', { customer });
    if (action === 'contacted') text = t('outside-contacted', { customer });
    if (action === 'snoozed' && lead.snoozedUntil !== null) {
      text = t('outside-snoozed', { customer, at: shortDateTime(lead.snoozedUntil, clock.now) });
    }
    const offer = lead.undo;
    if (!offer || offer.action !== action || offer.until <= clock.now) {
      toasts.show({ text });
      return;
    }
    const nothing = () => undefined;
    const run = () => void undo(offer.undoId, { changed: nothing, gone: nothing });
    toasts.show({ text, until: offer.until, action: { label: t('undo-action'), run } });
  } catch (reason) {
    tellFailure(reason);
  }
}
