// A history entry in words: what was done, by whom, and each changed field before and after.
import type { Action, HistoryEntry, Timestamp } from '$lib/api/generated';
import { actorName } from '$lib/words/actor';
import { fieldRow, type FieldRow, type Words } from '$lib/words/fields';

export interface HistoryLine {
  id: number;
  at: Timestamp;
  what: string;
  who: string;
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

export function historyLine(entry: HistoryEntry, words: Words): HistoryLine {
  return {
    id: entry.id,
    at: entry.at,
    what: words.t(ACTIONS[entry.action]),
    who: actorName(entry.actor, words.t),
    rows: entry.changes.map((change) => fieldRow(change, words)),
  };
}
