// The stretches that are asked most often, one click each: written as a value of the grammar, named in words.
import type { SearchField } from '$lib/api/generated';
import { t } from '$lib/i18n';

export type RangeField = Extract<SearchField, 'value' | 'received' | 'respond' | 'purchase' | 'followUp'>;

export interface QuickChoice {
  value: string;
  label: string;
}

const hours = (count: number) => t('chip-hours', { count });
const days = (count: number) => t('chip-days', { count });

export function quickChoices(field: RangeField): QuickChoice[] {
  switch (field) {
    case 'value':
      return [];
    case 'received':
      return [
        { value: 'today', label: t('filter-today') },
        { value: 'yesterday', label: t('filter-yesterday') },
        { value: '<24h', label: t('filter-last', { length: hours(24) }) },
        { value: '<7d', label: t('filter-last', { length: days(7) }) },
        { value: '<30d', label: t('filter-last', { length: days(30) }) },
        { value: '>30d', label: t('filter-ago', { length: days(30) }) },
      ];
    case 'respond':
      return [
        { value: '<24h', label: t('filter-within', { length: hours(24) }) },
        { value: '<3d', label: t('filter-within', { length: days(3) }) },
        { value: '<7d', label: t('filter-within', { length: days(7) }) },
        { value: '>7d', label: t('filter-beyond', { length: days(7) }) },
      ];
    case 'purchase':
      return [
        { value: '<7d', label: t('filter-within', { length: days(7) }) },
        { value: '<30d', label: t('filter-within', { length: days(30) }) },
        { value: '<90d', label: t('filter-within', { length: days(90) }) },
        { value: '>90d', label: t('filter-beyond', { length: days(90) }) },
      ];
    case 'followUp':
      return [
        { value: 'due', label: t('filter-due') },
        { value: 'today', label: t('filter-today') },
        { value: 'tomorrow', label: t('filter-tomorrow') },
        { value: '<7d', label: t('filter-within', { length: days(7) }) },
      ];
  }
}
