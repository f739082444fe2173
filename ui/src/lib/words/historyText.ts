// A history entry in words: what was done, by whom, and each changed field before and after.
import type { Action, HistoryEntry, MergedLead, Timestamp } from '$lib/api/generated';
import { actorName } from './actor';
import { fieldRow, type FieldRow, type Words } from '$lib/words/fields';

export interface HistoryLine {
  id: number;
  at: Timestamp;
  what: string;
  who: string;
  /** Which lead it happened to, in words, where that was merged into this one. */
  of: string | null;
  rows: FieldRow[];
}

const ACTIONS: Record<Action, string> = {
  received: 'history-received',
  imported: 'history-imported',
  updated: 'history-updated',
  added: 'history-added',
  sampleAdded: 'history-sample-added',
  accepted: 'history-accepted',
  declined: 'history-declined',
  expired: 'history-expired',
  edited: 'history-edited',
  employeesChanged: 'history-employees-changed',
  won: 'history-won',
  lost: 'history-lost',
  favorited: 'history-favorited',
  unfavorited: 'history-unfavorited',
  contacted: 'history-contacted',
  snoozed: 'history-snoozed',
  woken: 'history-woken',
  followUpSet: 'history-follow-up-set',
  followUpCleared: 'history-follow-up-cleared',
  undone: 'history-undone',
  importUndone: 'history-import-undone',
  merged: 'history-merged',
  absorbed: 'history-absorbed',
  takenApart: 'history-taken-apart',
  noticeDrafted: 'history-notice-drafted',
  noticeSent: 'history-notice-sent',
};

/** What was done, in words. */
export function actionText(action: Action, t: Words['t']): string {
  return t(ACTIONS[action]);
}

/** @param merged the leads that were merged into the one whose history it is */
export function historyLine(entry: HistoryEntry, words: Words, merged: readonly MergedLead[] = []): HistoryLine {
  const from = merged.find(({ lead }) => lead.id === entry.of)?.lead.customer;
  return {
    id: entry.id,
    at: entry.at,
    what: actionText(entry.action, words.t),
    who: actorName(entry.actor, words.t),
    of: entry.of === null ? null : from ? words.t('history-of', { customer: from }) : words.t('history-of-another'),
    rows: entry.changes.map((change) => fieldRow(change, words)),
  };
}
