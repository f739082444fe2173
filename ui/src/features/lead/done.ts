/**
 * What the user is told after an action, and the way back: a toast with Undo for as long as the core offers it.
 */
import { call } from '$lib/api';
import type { Action, LeadDetail, Timestamp } from '$lib/api/generated';
import { calendarDay, planned } from '$lib/format';
import { t } from '$lib/i18n';
import { tellFailure, toasts } from '$lib/state';

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
  const run = () => void undo(offer.undoId, after);
  toasts.show({ text, until: offer.until, action: { label: t('undo-action'), run } });
}

const undoing = new Set<number>();

/** Takes an action back and tells so; a second call while the first is on its way does nothing. */
export async function undo(undoId: number, after: AfterUndo): Promise<void> {
  if (undoing.has(undoId)) return;
  undoing.add(undoId);
  try {
    const { lead } = await call('undo_action', { undoId });
    toasts.show({ text: t('done-undone') });
    if (lead) after.changed(lead);
    else after.gone();
  } catch (reason) {
    tellFailure(reason);
  } finally {
    undoing.delete(undoId);
  }
}
