// What a list is called in a sentence: its tab and stage, and what it was narrowed to.
import type { ListQuery } from '$lib/api/generated';
import { t } from '$lib/i18n';
import { filterLabels, stageLabel, tabLabel } from './labels';

type Asked = Pick<ListQuery, 'tab' | 'stage' | 'search' | 'followUp'>;

export function listName({ tab, stage, search, followUp }: Asked): string {
  const filter = filterLabels.find(({ value }) => value === followUp && value !== 'all');
  return [
    t(tabLabel[tab]),
    t(stageLabel[stage]),
    ...(filter ? [t(filter.text)] : []),
    ...(search === '' ? [] : [t('list-name-search', { search })]),
  ].join(' · ');
}
