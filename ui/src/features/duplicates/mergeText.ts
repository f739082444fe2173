// What stands in the way of a merge, in words. Every text id is written out.
import type { ApiError } from '$lib/api/generated';
import { viewOf } from '$lib/api/errors';
import { t } from '$lib/i18n';

export function refusalText(error: ApiError): string {
  if (error.code === 'conflict') return t('merge-conflict');
  if (error.code === 'notFound') return t('merge-gone');
  if (error.code === 'notAllowed' && error.why.rule === 'stage') return t('merge-refused-stage');
  if (error.code === 'notAllowed' && error.why.rule === 'mergedAway') return t('merge-refused-merged-away');
  const view = viewOf(error);
  return t(view.text, view.args);
}
