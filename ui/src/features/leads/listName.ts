// What a list is called in a sentence: its tab and stage, and what it was narrowed to.
import type { ListQuery } from '$lib/api/generated';
import { t } from '$lib/i18n';
import { stageLabel, tabLabel } from './labels';

type Asked = Pick<ListQuery, 'tab' | 'stage' | 'query'>;

export function listName({ tab, stage, query }: Asked): string {
  return [
    t(tabLabel[tab]),
    ...(stage === null ? [] : [t(stageLabel[stage])]),
    ...(query === '' ? [] : [t('list-name-search', { search: query })]),
  ].join(' · ');
}
