/** What was typed of a new lead when its form was left to look at one that may be the same: it is there again afterwards. */
import type { AddLead } from '$lib/api/generated';

interface Left {
  form: AddLead;
  receivedAt: string;
}

let left: Left | null = null;

export function leaveForm(typed: Left): void {
  left = typed;
}

/** What was left, once. */
export function takeUpForm(): Left | null {
  const typed = left;
  left = null;
  return typed;
}
