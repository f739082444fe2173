/**
 * A follow-up as a form: the day on which to come back to a lead, and why. The checks mirror the core's.
 */
import type { FollowUp, LeadDetail, Timestamp } from '$lib/api/generated';
import { dayOf } from '$lib/format';
import { dateProblem, found, MAX_NOTES, type Problems, required, tooLong } from '$lib/forms/checks';

export interface FollowUpForm {
  on: string;
  note: string;
}

/** The quick choices, in days from today. */
export const QUICK_FOLLOW_UPS = [
  { days: 1, text: 'follow-up-tomorrow' },
  { days: 3, text: 'follow-up-in-three-days' },
  { days: 7, text: 'follow-up-in-a-week' },
] as const;

export function followUpForm({ followUp }: Pick<LeadDetail, 'followUp'>): FollowUpForm {
  return { on: followUp?.on ?? '', note: followUp?.note ?? '' };
}

/** The calendar date that is `days` after today here. */
export function daysFromNow(days: number, now: Timestamp): string {
  const today = new Date(now);
  return dayOf(new Date(today.getFullYear(), today.getMonth(), today.getDate() + days).getTime());
}

/** A day that is over is wrong, but for the one that it had before: a note can be added to what is overdue. */
export function followUpProblems(form: FollowUpForm, before: FollowUp | null, now: Timestamp): Problems {
  const on = form.on.trim();
  const past = on < dayOf(now) && on !== before?.on ? 'inThePast' : null;
  return {
    ...found('on', required(on) ?? dateProblem(on) ?? past),
    ...found('note', tooLong(form.note, MAX_NOTES)),
  };
}
