// What a reminder says in the bell. Every text id is written out.
import type { ReminderKind } from '$lib/api/generated';

export const reminderText: Record<ReminderKind, string> = {
  hotArrived: 'bell-hot-arrived',
  hot24h: 'bell-hot-24h',
  hot4h: 'bell-hot-4h',
  hot1h: 'bell-hot-1h',
  hotLapsed: 'bell-hot-lapsed',
  respond3d: 'bell-respond-3d',
  respond1d: 'bell-respond-1d',
};
