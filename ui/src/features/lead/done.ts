/**
 * What the user is told after an action, and the way back: a toast with Undo for as long as the core offers it, and Ctrl+Z.
 */
import { call } from '$lib/api';
import type { Action, LeadDetail, Timestamp, UndoOffer } from '$lib/api/generated';
import { calendarDay, planned } from '$lib/format';
import { t } from '$lib/i18n';
import { tellFailure, toasts, undoOffers } from '$lib/state';
import { actionText } from '$lib/words/historyText';

/** What becomes of the pane when an action is taken back. */
export interface AfterUndo {
  changed: (lead: LeadDetail) => void;
  /** The action had added the lead, so there is none any more. */
  gone: () => void;
}

/** The commands that change a lead and what they are called in its history. */
export type Doing = Extract<
  Action,
  | 'accepted'
  | 'declined'
  | 'edited'
  | 'employeesChanged'
  | 'won'
  | 'lost'
  | 'contacted'
  | 'snoozed'
  | 'woken'
  | 'followUpSet'
  | 'followUpCleared'
  | 'added'
>;

const DONE: Record<Doing, string> = {
  accepted: 'done-accepted',
  declined: 'done-declined',
  edited: 'done-edited',
  employeesChanged: 'done-employees',
  won: 'done-won',
  lost: 'done-lost',
  contacted: 'done-contacted',
  snoozed: 'done-snoozed',
  woken: 'done-woken',
  followUpSet: 'done-follow-up-set',
  followUpCleared: 'done-follow-up-cleared',
  added: 'done-added',
};

export function isDoing(action: Action): action is Doing {
  return Object.hasOwn(DONE, action);
}

/** Tells that `doing` was done to `lead`, with Undo while the core offers to take exactly this back. */
export function tellDone(doing: Doing, lead: LeadDetail, now: Timestamp, after: AfterUndo): void {
  const text = t(DONE[doing], {
    customer: lead.customer.name,
    until: lead.snoozedUntil === null ? '' : planned(lead.snoozedUntil),
    on: lead.followUp === null ? '' : calendarDay(lead.followUp.on, now),
  });
  const offer = lead.undo;
  if (!offer || offer.action !== doing || offer.until <= now) {
    toasts.show({ text });
    return;
  }
  const { id, until, run } = offered(lead, offer, after);
  toasts.show({ text, until, action: { label: t('undo-action'), run }, offer: id });
}

/** Offers to Ctrl+Z what the core offers to take back of the open lead, which may have been done elsewhere or long before. */
export function offerUndo(lead: LeadDetail, after: AfterUndo): void {
  // A lead that was read just before may still say what is being taken back.
  if (!lead.undo || undoing.has(lead.undo.undoId)) return;
  if (!undoOffers.has(offerId(lead.undo))) undoOffers.offer(offered(lead, lead.undo, after));
}

const offerId = ({ undoId }: UndoOffer) => `action ${undoId}`;

function offered(lead: LeadDetail, offer: UndoOffer, after: AfterUndo) {
  const run = () => void undo(lead, offer, after);
  return { id: offerId(offer), until: offer.until, run };
}

const undoing = new Set<number>();

/** Takes an action back and tells which; a second call while the first is on its way does nothing. */
async function undo(of: LeadDetail, { undoId, action }: UndoOffer, after: AfterUndo): Promise<void> {
  if (undoing.has(undoId)) return;
  undoing.add(undoId);
  try {
    const { lead } = await call('undo_action', { undoId });
    toasts.show({ text: t('done-undone', { customer: of.customer.name, action: actionText(action, t) }) });
    if (lead) after.changed(lead);
    else after.gone();
  } catch (reason) {
    tellFailure(reason);
  } finally {
    undoing.delete(undoId);
  }
}
