// The formats that leads can be written in: what each is called, what it is for, and why it may not hold every lead.
// Every text id is written out.
import type { ExportFormat } from '$lib/api/generated';

export interface FormatWords {
  value: ExportFormat;
  name: string;
  purpose: string;
  /** Why some leads cannot be in it; for those that can hold every lead none. */
  cannot?: string;
}

export const formats: readonly FormatWords[] = [
  { value: 'xlsx', name: 'export-xlsx', purpose: 'export-xlsx-for' },
  { value: 'csv', name: 'export-csv', purpose: 'export-csv-for' },
  {
    value: 'partnerCenterCsv',
    name: 'export-partner-center',
    purpose: 'export-partner-center-for',
    cannot: 'export-partner-center-cannot',
  },
  { value: 'json', name: 'export-json', purpose: 'export-json-for' },
  { value: 'salesforceCsv', name: 'export-salesforce', purpose: 'export-salesforce-for' },
  { value: 'vcard', name: 'export-vcard', purpose: 'export-vcard-for', cannot: 'export-vcard-cannot' },
  { value: 'dynamicsXlsx', name: 'export-dynamics-xlsx', purpose: 'export-dynamics-xlsx-for' },
  { value: 'calendar', name: 'export-calendar', purpose: 'export-calendar-for', cannot: 'export-calendar-cannot' },
  { value: 'dynamicsCsv', name: 'export-dynamics-csv', purpose: 'export-dynamics-csv-for' },
];
