/**
 * What the flame of a lead says at a moment: hot, lapsed, contacted, or nothing.
 *
 * Pure readings of a lead and `now`, so that every countdown ticks without asking the core again. The rule itself
 * (72 hours, who counts as waiting) is the core's; here is only what the window draws of it. Source: domain.md, "Flame".
 */
import type { Contacted, LeadDetail, StageKind, Timestamp } from '$lib/api/generated';

/** Lengths in milliseconds; `share` is the part of the window that is gone, 0 to 1, in steps that can be seen. */
export type ContactWindow =
  | { state: 'none' }
  | { state: 'hot'; left: number; gone: number; share: number }
  | { state: 'lapsed'; passed: number }
  | { state: 'contacted'; contacted: Contacted };

/** The bar is some hundred points long: a finer step only has it painted again. */
const STEPS = 288;

type Flaming = Pick<LeadDetail, 'flame' | 'contacted' | 'stage' | 'receivedAt'>;

/** What the flame of `lead` says at `now`. At the very instant of its end the window has passed. */
export function contactWindow(lead: Flaming, now: Timestamp): ContactWindow {
  if (lead.contacted) return { state: 'contacted', contacted: lead.contacted };
  if (!lead.flame || lead.flame.contactedAt !== null || lead.stage !== 'received') return { state: 'none' };
  const { endsAt } = lead.flame;
  if (now >= endsAt) return { state: 'lapsed', passed: now - endsAt };
  const whole = endsAt - lead.receivedAt;
  const gone = Math.min(Math.max(now - lead.receivedAt, 0), whole);
  return { state: 'hot', left: endsAt - now, gone, share: whole > 0 ? Math.round((gone / whole) * STEPS) / STEPS : 1 };
}

/** Which actions a lead offers at a moment; none of Received's once the respond-by instant is reached. */
export interface Offered {
  accept: boolean;
  decline: boolean;
  edit: boolean;
  employees: boolean;
  won: boolean;
  lost: boolean;
  contacted: boolean;
  snooze: boolean;
  followUp: boolean;
  favorite: boolean;
}

/** Whether a lead shown as received has in truth expired, although the core has not said so yet. */
export function hasExpired(lead: { stage: StageKind; respondBy: Timestamp }, now: Timestamp): boolean {
  return lead.stage === 'received' && now >= lead.respondBy;
}

interface Standing {
  stage: StageKind;
  respondBy: Timestamp;
  mergedInto?: number | null;
}

/** The actions that `lead` offers at `now`; one that was merged away offers none. Source: domain.md, "Allowed actions". */
export function offered(lead: Standing, now: Timestamp): Offered {
  const here = (lead.mergedInto ?? null) === null;
  const received = here && lead.stage === 'received' && !hasExpired(lead, now);
  const accepted = here && lead.stage === 'accepted';
  return {
    accept: received,
    decline: received,
    edit: accepted,
    employees: accepted,
    won: accepted,
    lost: accepted,
    contacted: received || accepted,
    snooze: received || accepted,
    followUp: received || accepted,
    favorite: here,
  };
}
