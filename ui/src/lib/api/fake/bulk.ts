// The fake's actions on many leads: it foresees and does them at once, or, while it is held, goes on when it is told to.
import type {
  BulkAction,
  BulkForeseen,
  BulkVerb,
  DeskEvent,
  LeadDetail,
  LeadScope,
  LeftOut,
  Settings,
  WhyNot,
} from '../generated';
import { refuse, type Handlers } from './handlers';
import { listed } from './listing';

/** What this part needs of the whole. */
export interface BulkDesk {
  now: number;
  leads: LeadDetail[];
  settings: Settings;
  emit: (event: DeskEvent) => void;
}

interface Plan {
  action: BulkAction;
  ids: number[];
  foreseen: BulkForeseen;
  /** The leads as they were, once it is done. */
  before: LeadDetail[];
}

export class FakeBulk {
  /** Plans that were made; `undefined` where one was dropped. */
  readonly plans: (Plan | undefined)[] = [];
  /** Whether what is run stays where it is until `finish`. */
  held = false;
  /** What a preview says instead of what is true. */
  foreseen: Partial<BulkForeseen> = {};
  /** Of those that are taken back, how many stay. */
  staying = 0;
  #goOn: (() => void) | null = null;
  readonly #desk: BulkDesk;

  constructor(desk: BulkDesk) {
    this.#desk = desk;
  }

  /** Lets what is held go on to its end. */
  finish(): void {
    this.#goOn?.();
    this.#goOn = null;
  }

  readonly handlers = {
    foresee_bulk: ({ action, scope }) => {
      const leads = this.#chosen(scope);
      const why = new Map(leads.map((lead) => [lead.id, this.#whyNot(lead, action)]));
      const fits = leads.filter(({ id }) => why.get(id) === null);
      const brief = ({ id, customer }: LeadDetail) => ({ id, customer: customer.name });
      const leftOut: LeftOut[] = [];
      for (const lead of leads) {
        const reason = why.get(lead.id);
        if (!reason) continue;
        let left = leftOut.find((other) => other.why === reason);
        if (!left) leftOut.push((left = { why: reason, count: 0, examples: [] }));
        left.count++;
        if (left.examples.length < 5) left.examples.push(brief(lead));
      }
      const foreseen: BulkForeseen = {
        verb: action.kind as BulkVerb,
        total: leads.length,
        changed: fits.length,
        examples: fits.slice(0, 5).map(brief),
        leftOut,
        notices: action.kind === 'decline' ? fits.length : 0,
        ...this.foreseen,
      };
      this.plans.push({ action, ids: fits.map(({ id }) => id), foreseen, before: [] });
      return { plan: this.plans.length, foreseen };
    },
    run_bulk: ({ plan }) => {
      const { verb, changed } = this.#plan(plan).foreseen;
      this.#desk.emit({ event: 'bulkProgress', verb, done: this.held ? Math.floor(changed / 3) : 0, total: changed });
      this.#goOn = () => this.#do(plan);
      if (!this.held) this.finish();
      return {};
    },
    cancel_bulk: ({ plan }) => {
      const { verb } = this.#plan(plan).foreseen;
      this.#goOn = null;
      this.#desk.emit({ event: 'bulkStopped', verb, error: null });
      return {};
    },
    drop_bulk: ({ plan }) => {
      this.plans[plan - 1] = undefined;
      return {};
    },
    undo_bulk: ({ id }) => {
      this.#plan(id);
      this.#goOn = () => this.#undo(id);
      if (!this.held) this.finish();
      return {};
    },
  } satisfies Partial<Handlers>;

  #plan(plan: number): Plan {
    return this.plans[plan - 1] ?? refuse({ code: 'notFound' });
  }

  #do(id: number): void {
    const plan = this.#plan(id);
    const { verb, changed, leftOut } = plan.foreseen;
    plan.before = this.#desk.leads.filter((lead) => plan.ids.includes(lead.id));
    this.#put(plan.before.map((lead) => ({ ...lead, ...this.#after(lead, plan.action) })));
    const { undoSeconds } = this.#desk.settings;
    const undoUntil = changed > 0 && undoSeconds > 0 ? this.#desk.now + undoSeconds * 1000 : null;
    const bulkId = undoUntil === null ? null : id;
    this.#desk.emit({ event: 'bulkFinished', report: { bulkId, verb, changed, leftOut, undoUntil } });
  }

  #undo(id: number): void {
    const { foreseen, before } = this.#plan(id);
    this.#put(before);
    const undone = { verb: foreseen.verb, restored: foreseen.changed - this.staying, stayed: this.staying };
    this.#desk.emit({ event: 'bulkUndone', undone });
  }

  #put(changed: readonly LeadDetail[]): void {
    const byId = new Map(changed.map((lead) => [lead.id, lead]));
    this.#desk.leads = this.#desk.leads.map((lead) => {
      const after = byId.get(lead.id);
      return after ? { ...after, revision: lead.revision + 1 } : lead;
    });
    this.#desk.emit({ event: 'changed', leads: [], reminders: true, settings: false });
  }

  #after(lead: LeadDetail, action: BulkAction): Partial<LeadDetail> {
    switch (action.kind) {
      case 'decline': {
        const { reason, notes } = action;
        return { stage: 'archived', archivedAt: this.#desk.now, outcome: 'declined', reason, closingNotes: notes };
      }
      case 'markContacted': {
        const { at, way, note } = action;
        const flame = lead.flame && { ...lead.flame, contactedAt: at };
        return { contacted: { at, way, note: note || null }, flame };
      }
      case 'setFavorite':
        return { favorite: action.favorite };
      case 'addEmployee':
        return { employees: [...lead.employees, action.employee] };
      case 'setCampaign':
        return { deal: { ...lead.deal, campaignId: action.campaignId || null } };
    }
  }

  #whyNot(lead: LeadDetail, action: BulkAction): WhyNot | null {
    if (action.kind === 'setFavorite') return lead.favorite === action.favorite ? 'alreadySo' : null;
    if (lead.stage === 'archived') return 'archived';
    if (action.kind === 'decline') {
      if (lead.stage === 'accepted') return 'accepted';
      return this.#desk.now >= lead.respondBy ? 'pastRespondBy' : null;
    }
    if (action.kind === 'markContacted') return lead.contacted ? 'alreadySo' : null;
    if (action.kind === 'setCampaign') return (lead.deal.campaignId ?? '') === action.campaignId ? 'alreadySo' : null;
    return lead.employees.length >= 50 ? 'tooMany' : null;
  }

  #chosen(scope: LeadScope): LeadDetail[] {
    const { leads, now } = this.#desk;
    if (scope.kind === 'all') return leads.filter((lead) => lead.mergedInto === null);
    if (scope.kind === 'leads') return leads.filter((lead) => scope.ids.includes(lead.id));
    return listed(leads, scope.query, now).filter((lead) => !scope.except.includes(lead.id));
  }
}
