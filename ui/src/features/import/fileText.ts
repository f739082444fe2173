// What a file was recognised as, in the user's words.
import type { Format, Look } from '$lib/api/generated';
import { number } from '$lib/format';
import { t } from '$lib/i18n';

export const formatName: Record<Format, string> = {
  partnerCenterJson: 'format-partner-center-json',
  partnerCenterCsv: 'format-partner-center-csv',
  leadsAnalytics: 'format-leads-analytics',
  marketplaceLead: 'format-marketplace-lead',
  salesforceCsv: 'format-salesforce-csv',
  salesforceJson: 'format-salesforce-json',
  dynamics: 'format-dynamics',
  hearthTable: 'format-hearth-table',
  hearthJson: 'format-hearth-json',
  table: 'format-table',
};

/** `1,204 rows · 310 kB · UTF-8`. */
export function lookText(look: Look | null, size: string): string {
  if (!look) return size;
  const rows = { rows: number(look.rows), count: look.rows };
  const counted = look.counted ? t('files-rows', rows) : t('files-rows-at-least', rows);
  return [counted, size, look.encoding].filter(Boolean).join(' · ');
}
