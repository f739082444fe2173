// What the user is told after a merge, and the way back.
import { call } from '$lib/api';
import type { LeadDetail } from '$lib/api/generated';
import { t } from '$lib/i18n';
import { tellFailure, toasts } from '$lib/state';

/** Tells that `other` is part of `kept` now, with the way to take them apart. */
export function tellMerged(kept: LeadDetail, other: number): void {
  const merge = kept.merged.find(({ lead }) => lead.id === other);
  const text = t('done-merged', { other: merge?.lead.customer ?? '', kept: kept.customer.name });
  if (!merge) {
    toasts.show({ text });
    return;
  }
  toasts.show({ text, action: { label: t('merge-take-apart'), run: () => void takeApart(merge.mergeId) } });
}

async function takeApart(id: number): Promise<void> {
  try {
    await call('take_apart', { id });
    toasts.show({ text: t('done-apart-again') });
  } catch (reason) {
    tellFailure(reason);
  }
}
