// Where else the matches of a search or a filter are, when the shown list has none. Pure.
import type { StageCounts, StageKind, Tab, TabCounts } from '$lib/api/generated';

export interface Place {
  tab: Tab;
  stage: StageKind;
  count: number;
}

export const stages: readonly StageKind[] = ['received', 'accepted', 'archived'];

export function sum(counts: StageCounts): number {
  return counts.received + counts.accepted + counts.archived;
}

/**
 * The other lists with matches, those of this tab first. A favorite is offered where it belongs, not a second time; so is every
 * lead where all are looked through.
 */
export function otherPlaces(counts: TabCounts, tab: Tab, stage: StageKind | null): Place[] {
  const tabs: Tab[] = tab === 'all' ? [] : ['marketplace', 'qualified'];
  const ordered = [tab, ...tabs.filter((other) => other !== tab)];
  return ordered.flatMap((where) =>
    stages
      .filter((which) => where !== tab || which !== stage)
      .map((which) => ({ tab: where, stage: which, count: counts[where][which] }))
      .filter((place) => place.count > 0),
  );
}
