// The fake's duplicates and merges. Which leads may be the same is told to it, but for a lead that is being typed in,
// which it compares by the e-mail, the phone's digits and the name. What merging means is the core's rule, in small.
import type {
  ComparedField,
  Comparison,
  DuplicatePair,
  Field,
  FieldValue,
  HistoryEntry,
  LeadBrief,
  LeadDetail,
  Match,
  MergedLead,
} from '../generated';
import { refuse, type Handlers } from './handlers';

/** Two leads by their ids, and what they have in common. */
export interface FakePair {
  one: number;
  other: number;
  matches: Match[];
}

/** What this part needs of the whole. */
export interface Shelf {
  now: number;
  leads: LeadDetail[];
  settled: (changed: number[]) => void;
}

interface Merged {
  id: number;
  at: number;
  keptBefore: LeadDetail;
  otherBefore: LeadDetail;
}

export function briefOf(lead: LeadDetail): LeadBrief {
  const contact = lead.contacts[0];
  return {
    id: lead.id,
    revision: lead.revision,
    customer: lead.customer.name,
    contact: contact?.name ?? '',
    email: contact?.email ?? null,
    phone: contact?.phone ?? null,
    stage: lead.stage,
    outcome: lead.outcome,
    receivedAt: lead.receivedAt,
    referralId: lead.referralId,
  };
}

const text = (value: string | null): FieldValue | null => (value ? { type: 'text', value } : null);
const people = (lead: LeadDetail) =>
  lead.contacts
    .map(({ name, title, email, phone }) => [name, title, email, phone].filter(Boolean).join(', '))
    .join('\n');
const address = ({ customer }: LeadDetail) =>
  [customer.addressLine1, customer.city, customer.postalCode, customer.country].filter(Boolean).join(', ');
const rank: Record<LeadDetail['stage'], number> = { received: 0, accepted: 1, archived: 2 };

interface Side {
  read: (lead: LeadDetail) => FieldValue | null;
  take: (other: LeadDetail) => Partial<LeadDetail>;
}

const sides: Partial<Record<Field, Side>> = {
  customer: { read: (lead) => text(lead.customer.name), take: ({ customer }) => ({ customer }) },
  address: { read: (lead) => text(address(lead)), take: ({ customer }) => ({ customer }) },
  contacts: { read: (lead) => text(people(lead)), take: ({ contacts }) => ({ contacts }) },
  leadType: { read: (lead) => ({ type: 'code', value: lead.leadType }), take: ({ leadType }) => ({ leadType }) },
  receivedAt: {
    read: (lead) => ({ type: 'instant', value: lead.receivedAt }),
    take: ({ receivedAt }) => ({ receivedAt }),
  },
  need: { read: (lead) => text(lead.need.text), take: ({ need }) => ({ need }) },
  dealName: { read: ({ deal }) => text(deal.name), take: ({ deal }) => ({ deal }) },
  dealValue: {
    read: ({ deal }) => (deal.value ? { type: 'money', value: deal.value } : null),
    take: ({ deal }) => ({ deal }),
  },
  purchaseOn: {
    read: ({ deal }) => (deal.purchaseOn ? { type: 'date', value: deal.purchaseOn } : null),
    take: ({ deal }) => ({ deal }),
  },
  notes: { read: ({ deal }) => text(deal.notes), take: ({ deal }) => ({ deal }) },
  crmId: { read: ({ deal }) => text(deal.crmId), take: ({ deal }) => ({ deal }) },
};

/** Takes single fields of the deal over, so that one does not bring the others with it. */
const dealKey: Partial<Record<Field, keyof LeadDetail['deal']>> = {
  dealName: 'name',
  dealValue: 'value',
  purchaseOn: 'purchaseOn',
  notes: 'notes',
  crmId: 'crmId',
};

export class FakeDuplicates {
  pairs: FakePair[] = [];
  readonly #shelf: Shelf;
  #merges: Merged[] = [];
  #lastId = 500;

  constructor(shelf: Shelf) {
    this.#shelf = shelf;
  }

  /** How many other leads may be the same. */
  countOf(id: number): number {
    return this.#here().filter(({ one, other }) => one === id || other === id).length;
  }

  readonly handlers = {
    list_duplicates: ({ offset, limit }) => {
      const all = this.#here();
      return { pairs: all.slice(offset, offset + limit).map((pair) => this.#pair(pair)), offset, total: all.length };
    },
    duplicates_of: ({ id }) => ({
      pairs: this.#here()
        .filter(({ one, other }) => one === id || other === id)
        .map((pair) => this.#pair(pair)),
    }),
    likely_same: ({ customer, email, phone }) => {
      const digits = (value: string) => value.replace(/\D/g, '').slice(-8);
      const name = customer.trim().toLowerCase();
      const found = this.#shelf.leads.flatMap((lead) => {
        const brief = briefOf(lead);
        const matches: Match[] = [];
        if (email !== '' && brief.email?.toLowerCase() === email.trim().toLowerCase()) {
          matches.push({ kind: 'email', value: brief.email });
        }
        if (brief.phone && digits(phone).length >= 7 && digits(brief.phone) === digits(phone)) {
          matches.push({ kind: 'phone', value: brief.phone });
        }
        const domain = brief.email?.split('@')[1];
        if (domain && email.endsWith(`@${domain}`) && name !== '' && brief.customer.toLowerCase().startsWith(name)) {
          matches.push({ kind: 'domainAndName', value: domain });
        }
        return matches.length > 0 && lead.mergedInto === null ? [{ lead: brief, matches }] : [];
      });
      return { leads: found.slice(0, 5) };
    },
    keep_apart: ({ one, other }) => {
      this.pairs = this.pairs.filter((pair) => ![pair.one, pair.other].every((id) => id === one || id === other));
      this.#shelf.settled([one, other]);
      return {};
    },
    compare_leads: ({ kept, other }) => this.#compare(this.#lead(kept), this.#lead(other)),
    merge_leads: ({ kept, keptRevision, other, otherRevision, take }) => {
      const [keptBefore, otherBefore] = [this.#lead(kept), this.#lead(other)];
      if (keptBefore.revision !== keptRevision || otherBefore.revision !== otherRevision) refuse({ code: 'conflict' });
      const { refused } = this.#compare(keptBefore, otherBefore);
      if (refused) refuse({ code: 'notAllowed', why: refused });
      return this.#merge(keptBefore, otherBefore, take);
    },
    take_apart: ({ id }) => this.#takeApart(id),
  } satisfies Partial<Handlers>;

  #lead(id: number): LeadDetail {
    return this.#shelf.leads.find((lead) => lead.id === id) ?? refuse({ code: 'notFound' });
  }

  /** The pairs of which both leads are still there. */
  #here(): FakePair[] {
    const here = new Set(this.#shelf.leads.filter((lead) => lead.mergedInto === null).map(({ id }) => id));
    return this.pairs.filter(({ one, other }) => here.has(one) && here.has(other));
  }

  #pair({ one, other, matches }: FakePair): DuplicatePair {
    return { one: briefOf(this.#lead(one)), other: briefOf(this.#lead(other)), matches };
  }

  #compare(kept: LeadDetail, other: LeadDetail): Comparison {
    const chosen = Object.entries(sides).map(([field, { read }]): ComparedField => {
      const [ours, theirs] = [read(kept), read(other)];
      return { field: field as Field, kept: ours, other: theirs, choice: true, takeOther: ours === null && !!theirs };
    });
    const stage: ComparedField = {
      field: 'stage',
      kept: { type: 'code', value: kept.stage },
      other: { type: 'code', value: other.stage },
      choice: false,
      takeOther: false,
    };
    const gone = kept.mergedInto ?? other.mergedInto;
    const refused: Comparison['refused'] =
      gone !== null
        ? { rule: 'mergedAway', into: gone }
        : kept.stage === 'archived' || other.stage === 'archived'
          ? { rule: 'stage', stage: 'archived' }
          : null;
    return { kept: briefOf(kept), other: briefOf(other), fields: [stage, ...chosen], refused };
  }

  #merge(kept: LeadDetail, other: LeadDetail, take: Field[]): LeadDetail {
    const id = ++this.#lastId;
    const { now } = this.#shelf;
    this.#merges.push({ id, at: now, keptBefore: kept, otherBefore: other });
    const taken = take.reduce<LeadDetail>((lead, field) => {
      const key = dealKey[field];
      if (key) return { ...lead, deal: { ...lead.deal, [key]: other.deal[key] } };
      return { ...lead, ...sides[field]?.take(other) };
    }, kept);
    const stage =
      rank[other.stage] > rank[kept.stage]
        ? { stage: other.stage, acceptedAt: other.acceptedAt, archivedAt: other.archivedAt, outcome: other.outcome }
        : {};
    const actor = { kind: 'user', name: 'Alex' } as const;
    const entry: HistoryEntry = { id: now + id, at: now, actor, action: 'merged', changes: [], of: null };
    const merged: MergedLead = { mergeId: id, at: now, lead: briefOf(other) };
    const lead: LeadDetail = {
      ...taken,
      ...stage,
      revision: kept.revision + 1,
      undo: null,
      merged: [merged, ...kept.merged],
      history: [entry, ...kept.history, ...other.history.map((told) => ({ ...told, of: told.of ?? other.id }))],
    };
    this.#put(lead);
    this.#put({ ...other, revision: other.revision + 1, mergedInto: kept.id, undo: null });
    this.#shelf.settled([kept.id, other.id]);
    return lead;
  }

  #takeApart(id: number): LeadDetail {
    const merge = this.#merges.find((candidate) => candidate.id === id);
    if (!merge) return refuse({ code: 'notAllowed', why: { rule: 'takenBack' } });
    this.#merges = this.#merges.filter((candidate) => candidate.id !== id);
    const { keptBefore, otherBefore } = merge;
    const lead = { ...keptBefore, revision: this.#lead(keptBefore.id).revision + 1 };
    this.#put(lead);
    this.#put({ ...otherBefore, revision: otherBefore.revision + 2 });
    this.#shelf.settled([keptBefore.id, otherBefore.id]);
    return lead;
  }

  #put(lead: LeadDetail): void {
    this.#shelf.leads = this.#shelf.leads.map((other) => (other.id === lead.id ? lead : other));
  }
}
