// What a dry run says, in words: what will be done, and why a row is doubtful.
import type { Decision, Doubt, ForeseenSummary, Match, MatchKind, Outcome } from '$lib/api/generated';
import { number } from '$lib/format';
import { t } from '$lib/i18n';
import { intended } from './wizard.svelte';

export const outcomeName: Record<Outcome, string> = {
  added: 'outcome-row-added',
  updated: 'outcome-row-updated',
  unchanged: 'outcome-row-unchanged',
  doubtful: 'outcome-row-doubtful',
  setAside: 'outcome-row-set-aside',
  refused: 'outcome-row-refused',
};

export const decisionName: Record<Decision, string> = {
  add: 'decision-add',
  fillIn: 'decision-fill-in',
  leaveOut: 'decision-leave-out',
};

export const DECISIONS = Object.keys(decisionName) as Decision[];

const MATCHES: Record<MatchKind, string> = {
  referralId: 'match-referral-id',
  email: 'match-email',
  phone: 'match-phone',
  domainAndName: 'match-domain-and-name',
};

export const matchText = ({ kind, value }: Match): string => t(MATCHES[kind], { value });

/** `May be Fabrikam, which is here: the same e-mail …, the same phone …`. */
export function doubtText({ lead, row, customer, matches }: Doubt): string {
  const why = matches.map(matchText).join(', ');
  if (lead === null && row !== null) return t('doubt-row', { row: number(row), customer, why });
  return t('doubt-lead', { customer, why });
}

/** `12 will be added · 3 will be updated · 5 doubtful ones are left out`. */
export function intendedText(summary: ForeseenSummary): string {
  const { added, updated, leads, leaveOut } = intended(summary);
  const said: [string, number][] = [
    ['plan-added', added],
    ['plan-updated', updated],
    ['plan-left-out', leaveOut],
  ];
  const parts = said.filter(([, count]) => count > 0).map(([id, count]) => t(id, { count }));
  return leads > 0 ? parts.join(' · ') : [t('plan-nothing'), ...parts].join(' ');
}
