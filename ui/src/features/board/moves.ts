// Which way a card may go, by which form, and why it may not. Pure; the rules are the core's, here is only what can be known
// before it is asked. Source: domain.md, "Allowed actions".
import type { LeadRow, StageKind, Timestamp } from '$lib/api/generated';

export type MoveForm = 'accept' | 'decline' | 'won' | 'lost';

/** Why a card stays where it is. */
export type Stays = 'archived' | 'notBack' | 'overdue' | 'notReceived' | 'notAccepted';

export type Move =
  | { kind: 'form'; form: MoveForm }
  /** Won or lost: that has to be asked. */
  | { kind: 'close' }
  | { kind: 'no'; why: Stays }
  /** To where it is already. */
  | { kind: 'none' };

type Moved = Pick<LeadRow, 'stage' | 'respondBy'>;

export const stages: readonly StageKind[] = ['received', 'accepted', 'archived'];

/** What it takes to move a card into a column. */
export function moveOf(lead: Moved, to: StageKind, now: Timestamp): Move {
  if (lead.stage === to) return { kind: 'none' };
  if (lead.stage === 'archived') return { kind: 'no', why: 'archived' };
  if (to === 'received') return { kind: 'no', why: 'notBack' };
  if (lead.stage === 'accepted') return { kind: 'close' };
  if (now >= lead.respondBy) return { kind: 'no', why: 'overdue' };
  return { kind: 'form', form: to === 'accepted' ? 'accept' : 'decline' };
}

/** Why a form cannot be opened for a card; `null` when it can. */
export function whyNot(lead: Moved, form: MoveForm, now: Timestamp): Stays | null {
  if (lead.stage === 'archived') return 'archived';
  if (form === 'won' || form === 'lost') return lead.stage === 'accepted' ? null : 'notAccepted';
  if (lead.stage !== 'received') return 'notReceived';
  return now >= lead.respondBy ? 'overdue' : null;
}

const WHY: Record<Stays, string> = {
  archived: 'board-stays-archived',
  notBack: 'board-stays-not-back',
  overdue: 'board-stays-overdue',
  notReceived: 'board-stays-not-received',
  notAccepted: 'board-stays-not-accepted',
};

/** The id of the text that says why. */
export function whyText(why: Stays): string {
  return WHY[why];
}

const INTO: Record<MoveForm | 'close', string> = {
  accept: 'board-drop-accept',
  decline: 'board-drop-decline',
  won: 'board-drop-won',
  lost: 'board-drop-lost',
  close: 'board-drop-close',
};

/** The id of the text that says what moving there means. */
export function intoText(move: Exclude<Move, { kind: 'no' | 'none' }>): string {
  return INTO[move.kind === 'form' ? move.form : 'close'];
}
