/**
 * Snoozing as a form: the deadline that a snooze would reach past, the time of the user's own choice, and what is wrong
 * with it.
 *
 * Whether a snooze is allowed is the core's to say, by its own clock; here is only when to ask before it is sent.
 */
import type { ApiError, SnoozeChoices, Timestamp, Topic } from '$lib/api/generated';
import { DAY, dayOf } from '$lib/format';
import { dateProblem, found, instantOf, localInput, type Problems, required } from '$lib/forms/checks';
import { daysFromNow } from './followUpForm';

/** What presses on a lead, and when it is over. */
export interface Pressing {
  topic: Topic;
  deadline: Timestamp;
}

/** A day and a time of day as they are typed: `2026-12-31` and `14:30`. */
export interface SnoozeForm {
  on: string;
  at: string;
}

/** The core's limit: whoever wants to hear of a lead later than this wants no reminder. */
export const LONGEST_SNOOZE = 366 * DAY;

export function pressingOf({ topic, deadline }: SnoozeChoices): Pressing | null {
  return topic === null || deadline === null ? null : { topic, deadline };
}

/** The deadline past which the core refused to snooze without a question. */
export function refusedPast(error: ApiError | null): Pressing | null {
  return error?.code === 'notAllowed' && error.why.rule === 'pastDeadline' ? error.why : null;
}

/** Whether the deadline is over when a snooze until `until` ends; at its very instant it is. */
export function reachesPast(until: Timestamp, pressing: Pressing | null): boolean {
  return pressing !== null && until >= pressing.deadline;
}

/** The form of an instant, or to begin with nine o'clock tomorrow. */
export function snoozeForm(until: Timestamp | null, now: Timestamp): SnoozeForm {
  if (until === null) return { on: daysFromNow(1, now), at: '09:00' };
  const [on = '', at = ''] = localInput(until).split(' ');
  return { on, at };
}

/** The instant that the form means on this computer's clock; NaN while it means none. */
export function snoozeUntil(form: SnoozeForm): Timestamp {
  return instantOf(`${form.on.trim()} ${form.at.trim()}`);
}

export function snoozeProblems(form: SnoozeForm, now: Timestamp): Problems {
  const problems = {
    ...found('on', required(form.on) ?? dateProblem(form.on)),
    ...found('at', required(form.at) ?? (/^\d{2}:\d{2}$/.test(form.at) ? null : 'notADate')),
  };
  if (Object.keys(problems).length > 0) return problems;
  const until = snoozeUntil(form);
  if (until > now + LONGEST_SNOOZE) return { on: 'outOfRange' };
  if (until > now) return {};
  return form.on < dayOf(now) ? { on: 'inThePast' } : { at: 'inThePast' };
}
