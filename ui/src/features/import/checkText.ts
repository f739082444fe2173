// What stands in the way of a dry run and what it says, in words: what will be done, and why a row is doubtful.
import type { Decision, Doubt, ForeseenSummary, Mapping, Outcome } from '$lib/api/generated';
import { number } from '$lib/format';
import { t } from '$lib/i18n';
import { matchText } from '$lib/words/matches';
import { columnName } from './columns';
import { conflictsOf } from './mapping';
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

/** What is wrong with a mapping first of all; `null` when nothing is. */
export function wrongText(mapping: Mapping | null | undefined): string | null {
  if (!mapping) return null;
  const { twice, noCustomer } = conflictsOf(mapping);
  if (noCustomer) return t('mapping-no-customer');
  const [column] = twice;
  return column ? t('mapping-twice', { column: t(columnName(column)) }) : null;
}

/** `May be Fabrikam, who is here already. The same e-mail: … · The same phone: …`. */
export function doubtText({ lead, row, customer, matches }: Doubt): string {
  const why = matches.map((match) => matchText(match, t)).join(' · ');
  if (lead === null && row !== null) return t('doubt-row', { row: number(row), customer, why });
  return t('doubt-lead', { customer, why });
}

/** `12 will be added · 3 will be updated · 5 doubtful ones are left out`. */
export function intendedText(summary: ForeseenSummary): string {
  const { added, updated, leaveOut } = intended(summary);
  const said: [string, number][] = [
    ['plan-added', added],
    ['plan-updated', updated],
    ['plan-left-out', leaveOut],
  ];
  const parts = said.filter(([, count]) => count > 0).map(([id, count]) => t(id, { count }));
  // That there is nothing to import is said above the rows.
  return parts.join(' · ');
}
