// The fake's actions on many leads: it foresees and does them at once.
import type { BulkAction, BulkForeseen, BulkVerb, DeskEvent, LeadDetail, LeadScope } from '../generated';
import { refuse, type Handlers } from './handlers';
import { listed } from './listing';

/** What this part needs of the whole. */
export interface BulkDesk {
  now: number;
  leads: LeadDetail[];
  emit: (event: DeskEvent) => void;
}

interface Plan {
  action: BulkAction;
  foreseen: BulkForeseen;
}

export class FakeBulk {
  readonly plans: Plan[] = [];
  readonly #desk: BulkDesk;

  constructor(desk: BulkDesk) {
    this.#desk = desk;
  }

  readonly handlers = {
    foresee_bulk: ({ action, scope }) => {
      const leads = this.#chosen(scope);
      const fits = leads.filter((lead) => fit(lead, action));
      const left = leads.filter((lead) => !fits.includes(lead));
      const brief = ({ id, customer }: LeadDetail) => ({ id, customer: customer.name });
      const foreseen: BulkForeseen = {
        verb: action.kind as BulkVerb,
        total: leads.length,
        changed: fits.length,
        examples: fits.slice(0, 5).map(brief),
        leftOut:
          left.length === 0 ? [] : [{ why: 'archived', count: left.length, examples: left.slice(0, 5).map(brief) }],
        notices: action.kind === 'decline' ? fits.length : 0,
      };
      this.plans.push({ action, foreseen });
      return { plan: this.plans.length, foreseen };
    },
    run_bulk: ({ plan }) => {
      const { foreseen } = this.plans[plan - 1] ?? refuse({ code: 'notFound' });
      const { verb, changed, leftOut } = foreseen;
      this.#desk.emit({ event: 'bulkProgress', verb, done: 0, total: changed });
      this.#desk.emit({
        event: 'bulkFinished',
        report: { bulkId: plan, verb, changed, leftOut, undoUntil: this.#desk.now + 30_000 },
      });
      return {};
    },
    cancel_bulk: () => ({}),
    drop_bulk: () => ({}),
    undo_bulk: ({ id }) => {
      const { foreseen } = this.plans[id - 1] ?? refuse({ code: 'notFound' });
      this.#desk.emit({ event: 'bulkUndone', undone: { verb: foreseen.verb, restored: foreseen.changed, stayed: 0 } });
      return {};
    },
  } satisfies Partial<Handlers>;

  #chosen(scope: LeadScope): LeadDetail[] {
    const { leads, now } = this.#desk;
    if (scope.kind === 'all') return leads.filter((lead) => lead.mergedInto === null);
    if (scope.kind === 'leads') return leads.filter((lead) => scope.ids.includes(lead.id));
    return listed(leads, scope.query, now).filter((lead) => !scope.except.includes(lead.id));
  }
}

function fit(lead: LeadDetail, action: BulkAction): boolean {
  if (action.kind === 'setFavorite') return lead.favorite !== action.favorite;
  return action.kind === 'decline' ? lead.stage === 'received' : lead.stage !== 'archived';
}
