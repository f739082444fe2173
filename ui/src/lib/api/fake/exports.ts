// The fake's exports: it counts, writes nothing, and tells what it would have written. And printing, which it only notes.
import type { DeskEvent, ExportFormat, LeadScope, LeadDetail } from '../generated';
import type { Handlers } from './handlers';
import { listed } from './listing';

/** What this part needs of the whole. */
export interface Exported {
  now: number;
  leads: LeadDetail[];
  emit: (event: DeskEvent) => void;
}

const endings: Record<ExportFormat, string> = {
  partnerCenterCsv: 'csv',
  salesforceCsv: 'csv',
  dynamicsCsv: 'csv',
  dynamicsXlsx: 'xlsx',
  csv: 'csv',
  xlsx: 'xlsx',
  json: 'json',
  vcard: 'vcf',
  calendar: 'ics',
};

function holds(format: ExportFormat, lead: LeadDetail): boolean {
  if (format === 'partnerCenterCsv') return lead.referralId !== null;
  if (format === 'vcard') return lead.contacts.length > 0;
  if (format === 'calendar') return lead.deal.purchaseOn !== null || lead.followUp !== null;
  return true;
}

export class FakeExports {
  readonly #desk: Exported;
  /** Whether what was asked for is told as written at once; else a test tells it. */
  tells = true;

  constructor(desk: Exported) {
    this.#desk = desk;
  }

  readonly handlers = {
    count_export: ({ format, scope }) => this.#count(format, scope),
    export_leads: ({ format, scope }) => {
      const { leads, cannot } = this.#count(format, scope);
      const parts = format === 'partnerCenterCsv' ? Math.max(1, Math.ceil(leads / 1000)) : 1;
      const files = Array.from(
        { length: parts },
        (_, at) => `hearth-leads${parts > 1 ? `-${at + 1}` : ''}.${endings[format]}`,
      );
      const report = { files, folder: '/home/alex/Documents', leads, leftOut: cannot, shortened: 0 };
      if (this.tells) setTimeout(() => this.#desk.emit({ event: 'exportFinished', report }));
      return {};
    },
    print_window: () => ({}),
  } satisfies Partial<Handlers>;

  #count(format: ExportFormat, scope: LeadScope) {
    const asked = this.#asked(scope).filter((lead) => lead.mergedInto === null);
    const leads = asked.filter((lead) => holds(format, lead)).length;
    return { leads, cannot: asked.length - leads };
  }

  #asked(scope: LeadScope): LeadDetail[] {
    const { leads, now } = this.#desk;
    if (scope.kind === 'list') return listed(leads, scope.query, now);
    return scope.kind === 'all' ? leads : leads.filter(({ id }) => scope.ids.includes(id));
  }
}
