// What a reminder said, and what became of it. How much time was left is counted from when it fell due: a lead that came
// in late has less of it than its reminder is named after.
import type { Action, Digest, Reminder, Settled } from '$lib/api/generated';
import { durationInWords, shortDateTime } from '$lib/format';
import { t } from '$lib/i18n';

export function reminderText(reminder: Reminder): string {
  switch (reminder.kind) {
    case 'hotArrived':
      return t('bell-hot-arrived');
    case 'hotLeft':
      return toContact(reminder);
    case 'hotLapsed':
      return t('bell-hot-lapsed');
    case 'respondLeft':
      return toRespond(reminder);
    case 'followUp':
      return t('bell-follow-up');
    case 'snoozed':
      return snoozeOver(reminder);
    case 'expired':
      return t('bell-expired');
  }
}

function toContact({ dueAt, deadline }: Reminder): string {
  return t('bell-hot-left', { left: durationInWords(deadline - dueAt) });
}

function toRespond({ dueAt, deadline }: Reminder): string {
  return t('bell-respond-left', { left: durationInWords(deadline - dueAt, { daysFrom: 1 }) });
}

/** The user may have wanted to sleep past the deadline. */
function snoozeOver(reminder: Reminder): string {
  const { topic, dueAt, deadline } = reminder;
  if (topic === 'contact')
    return t('bell-snoozed', { what: dueAt < deadline ? toContact(reminder) : t('bell-hot-lapsed') });
  if (topic === 'answer' && dueAt < deadline) return t('bell-snoozed', { what: toRespond(reminder) });
  return t('bell-snooze-over');
}

const done: Partial<Record<Action, string>> = {
  accepted: 'bell-done-accepted',
  declined: 'bell-done-declined',
  expired: 'bell-done-expired',
  won: 'bell-done-won',
  lost: 'bell-done-lost',
  contacted: 'bell-done-contacted',
  snoozed: 'bell-done-snoozed',
  followUpSet: 'bell-done-follow-up-set',
  followUpCleared: 'bell-done-follow-up-cleared',
};

/** What was done about it, and when; `null` while nothing was. */
export function settledText(settled: Settled | null, now: number): string | null {
  if (!settled) return null;
  return t(done[settled.action] ?? 'bell-done-other', { at: shortDateTime(settled.at, now) });
}

/** `Since 20 Nov, 18:02: 14 leads fell due, 2 expired.` */
export function digestText({ since, fellDue, expired }: Digest, now: number): string {
  const from = shortDateTime(since, now);
  if (fellDue === 0) return t('bell-digest-expired', { since: from, expired });
  if (expired === 0) return t('bell-digest-due', { since: from, due: fellDue });
  return t('bell-digest-due-expired', { since: from, due: fellDue, expired });
}
