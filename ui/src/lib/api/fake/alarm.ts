// The fake's alarm: the user's rules as they are at first, until when a lead can be snoozed, what an action settles. The
// rules of the core's `alarm_rules`, `snooze` and `reminder`, in small; the time zone is the test machine's.
import { DAY, HOUR } from '$lib/format';
import type {
  Action,
  AlarmRules,
  InvalidField,
  LeadDetail,
  Reminder,
  SnoozeChoice,
  SnoozeChoices,
  SnoozeKind,
  Topic,
} from '../generated';

/** As the core sets them before the user does. */
export const defaultRules: AlarmRules = {
  hot: { onArrival: true, hoursBefore: [24, 4, 1], onLapse: true, quiet: true },
  respond: { hoursBefore: [72, 24], quiet: true },
  quietHours: null,
  workingDays: [1, 2, 3, 4, 5, 6, 7],
};

const MOST_MOMENTS = 8;
const LONGEST_SNOOZE = 366 * DAY;

/** `09:00` of the day that is `days` after the one of `now`. */
export function morning(now: number, days: number): number {
  const at = new Date(now);
  return new Date(at.getFullYear(), at.getMonth(), at.getDate() + days, 9).getTime();
}

/** The calendar date of an instant. */
export function dayOf(at: number): string {
  const day = new Date(at);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

/** Rules as they are kept: moments and days once each, in their order. */
export function tidyRules(rules: AlarmRules): AlarmRules {
  const farthestFirst = (hours: readonly number[]) => [...new Set(hours)].sort((one, other) => other - one);
  return {
    ...rules,
    hot: { ...rules.hot, hoursBefore: farthestFirst(rules.hot.hoursBefore) },
    respond: { ...rules.respond, hoursBefore: farthestFirst(rules.respond.hoursBefore) },
    workingDays: [...new Set(rules.workingDays)].sort((one, other) => one - other),
  };
}

export function wrongInRules({ hot, respond, quietHours, workingDays }: AlarmRules): InvalidField[] {
  const wrong: InvalidField[] = [];
  const moments = (field: string, hours: readonly number[], most: number) => {
    const outside = hours.some((hour) => !Number.isInteger(hour) || hour < 1 || hour > most);
    if (outside || new Set(hours).size > MOST_MOMENTS) wrong.push({ field, problem: 'outOfRange' });
  };
  moments('alarm.hot.hoursBefore', hot.hoursBefore, 71);
  moments('alarm.respond.hoursBefore', respond.hoursBefore, 90 * 24);
  if (quietHours && quietHours.fromMinute === quietHours.toMinute) {
    wrong.push({ field: 'alarm.quietHours', problem: 'required' });
  }
  if (workingDays.length === 0) wrong.push({ field: 'alarm.workingDays', problem: 'required' });
  return wrong;
}

/** The deadline that presses: the end of the 72 hours while a customer waits, else respond-by. */
export function pressing(lead: LeadDetail, now: number): { topic: Topic; deadline: number } | null {
  if (lead.stage !== 'received') return null;
  const { flame } = lead;
  if (flame && flame.contactedAt === null && flame.endsAt > now) {
    return { topic: 'contact', deadline: Math.min(flame.endsAt, lead.respondBy) };
  }
  return { topic: 'answer', deadline: lead.respondBy };
}

/** The deadline that a snooze until `until` would reach past. */
export function reachesPast(lead: LeadDetail, until: number, now: number): { topic: Topic; deadline: number } | null {
  const deadline = pressing(lead, now);
  return deadline && until >= deadline.deadline ? deadline : null;
}

export function wrongSnooze(until: number | null, now: number): InvalidField[] {
  if (until === null) return [];
  if (until <= now) return [{ field: 'until', problem: 'inThePast' }];
  return until > now + LONGEST_SNOOZE ? [{ field: 'until', problem: 'outOfRange' }] : [];
}

export function snoozeChoices(lead: LeadDetail, rules: AlarmRules, now: number): SnoozeChoices {
  const hour = now + HOUR;
  const afternoon = [14, 16].map((at) => morning(now, 0) + (at - 9) * HOUR).find((at) => at > hour);
  const working = [1, 2, 3, 4, 5, 6, 7]
    .map((days) => morning(now, days))
    .find((at) => rules.workingDays.includes(new Date(at).getDay() || 7));
  const offered: [SnoozeKind, number | undefined][] = [
    ['hour', hour],
    ['afternoon', afternoon],
    ['tomorrow', morning(now, 1)],
    ['nextWorkingDay', working],
  ];
  const choices: SnoozeChoice[] = [];
  for (const [kind, until] of offered) {
    if (until === undefined || choices.some((choice) => choice.until === until)) continue;
    choices.push({ kind, until, pastDeadline: reachesPast(lead, until, now) !== null });
  }
  const deadline = pressing(lead, now);
  return {
    choices: choices.sort((one, other) => one.until - other.until),
    topic: deadline?.topic ?? null,
    deadline: deadline?.deadline ?? null,
  };
}

export function wrongFollowUp(form: { on: string; note: string }, before: string | null, now: number): InvalidField[] {
  const on = form.on.trim();
  if (on === '') return form.note.trim() === '' ? [] : [{ field: 'on', problem: 'required' }];
  if (!/^\d{4}-\d{2}-\d{2}$/.test(on)) return [{ field: 'on', problem: 'notADate' }];
  return on < dayOf(now) && on !== before ? [{ field: 'on', problem: 'inThePast' }] : [];
}

const everything: readonly Topic[] = ['contact', 'answer', 'followUp'];
const settles: Partial<Record<Action, readonly Topic[]>> = {
  accepted: ['contact', 'answer'],
  declined: everything,
  expired: everything,
  won: everything,
  lost: everything,
  contacted: ['contact'],
  snoozed: everything,
  followUpSet: ['followUp'],
  followUpCleared: ['followUp'],
};

/** The bell after an action on a lead: what it answers is settled by it. */
export function settled(reminders: readonly Reminder[], leadId: number, action: Action, at: number): Reminder[] {
  const topics = settles[action] ?? [];
  return reminders.map((reminder) =>
    reminder.leadId === leadId && reminder.settled === null && topics.includes(reminder.topic)
      ? { ...reminder, settled: { action, at } }
      : reminder,
  );
}
