// A core in memory for tests and the design page: it answers every command as the real one would, keeps revisions, offers
// undo, writes notices, and tells what changed. It decides nothing that the real core does not.
import { HOUR } from '$lib/format';
import type { Backend, Command, Reply, Request } from '../backend';
import type {
  Action,
  ApiError,
  Bootstrap,
  DealForm,
  DeskEvent,
  DeskStart,
  Digest,
  Employee,
  InvalidField,
  LeadDetail,
  ListQuery,
  ViewForm,
} from '../generated';
import type { Notice, NoticeKind, NotificationTest, Reminder, Settings, StageKind } from '../generated';
import * as alarm from './alarm';
import { FakeArranged } from './arranged';
import { FakeBulk } from './bulk';
import { FakeDuplicates, type FakePair } from './duplicates';
import { FakeExports } from './exports';
import { readDeal, readNewLead, wrongInDeal, wrongInEmployees, wrongInNewLead, wrongInSettings } from './forms';
import { refuse, type Handlers } from './handlers';
import { FakeImports } from './imports';
import { FakeLists } from './lists';
import { counted, isWaiting, tabOf } from './listing';
import { NOON, workingDay } from './samples';

export interface FakeDesk {
  leads?: LeadDetail[];
  now?: number;
  settings?: Partial<Settings>;
  bootstrap?: Partial<Bootstrap>;
  reminders?: Reminder[];
  digests?: Digest[];
  notices?: Notice[];
  /** Leads that may be the same. */
  pairs?: FakePair[];
  nextAlarmAt?: number | null;
  pausedUntil?: number | null;
}

interface Finished {
  leadId: number;
  before: LeadDetail | null;
  until: number;
}

const listOf = ({ tab, stage, query, sort, descending }: ViewForm) => ({ tab, stage, query, sort, descending });

/** As across the bridge to the core: plain data only, and no object shared. */
const copy = <V>(value: V): V => JSON.parse(JSON.stringify(value)) as V;

const required: (keyof DealForm)[] = ['name', 'amount', 'currency', 'purchaseOn', 'notes'];
export class FakeBackend implements Backend {
  now: number;
  leads: LeadDetail[];
  reminders: Reminder[];
  digests: Digest[];
  notices: Notice[];
  settings: Settings;
  nextAlarmAt: number | null;
  pausedUntil: number | null;
  /** What the next test notification comes to. */
  notificationTest: NotificationTest;
  readonly bootstrap: Bootstrap;
  readonly imports = new FakeImports(this);
  readonly duplicates = new FakeDuplicates(this);
  readonly exports = new FakeExports(this);
  readonly arranged = new FakeArranged(this);
  readonly bulk = new FakeBulk(this);
  readonly lists = new FakeLists();
  /** Every command that was called, in order. */
  readonly calls: { command: Command; request: unknown }[] = [];
  readonly #listeners = new Set<(event: DeskEvent) => void>();
  readonly #failures = new Map<Command, unknown[]>();
  readonly #undo = new Map<number, Finished>();
  #lastId = 100_000;

  constructor(desk: FakeDesk = {}) {
    this.now = desk.now ?? NOON;
    this.leads = desk.leads ?? workingDay(this.now);
    this.reminders = desk.reminders ?? [];
    this.digests = desk.digests ?? [];
    this.notices = desk.notices ?? [];
    this.pausedUntil = desk.pausedUntil ?? null;
    this.duplicates.pairs = desk.pairs ?? [];
    this.notificationTest = { delivered: true, server: 'dunst 1.9.0', actions: true, problem: null, detail: null };
    this.nextAlarmAt = desk.nextAlarmAt === undefined ? this.now + 3 * HOUR + 12 * 60_000 : desk.nextAlarmAt;
    this.settings = {
      language: 'en',
      theme: 'system',
      undoSeconds: 30,
      respondDays: 14,
      keepInTray: null,
      alarm: alarm.defaultRules,
      keys: {},
      ...desk.settings,
    };
    this.bootstrap = {
      now: this.now,
      version: '0.1.0',
      settings: this.settings,
      systemLanguage: 'en',
      userName: 'Alex',
      dataFolder: '/home/alex/.local/share/hearth',
      database: { state: 'ready' },
      tray: true,
      startWithComputer: false,
      notificationsFailure: null,
      ...desk.bootstrap,
    };
  }

  async call<C extends Command>(command: C, request: Request<C>): Promise<Reply<C>> {
    this.calls.push({ command, request: copy(request) });
    await Promise.resolve();
    const failure = this.#failures.get(command)?.shift();
    if (failure !== undefined) throw failure;
    const handler: (request: Request<C>) => Reply<C> = this.#handlers[command];
    return copy(handler(copy(request)));
  }

  async listen(handler: (event: DeskEvent) => void): Promise<() => void> {
    this.#listeners.add(handler);
    return () => this.#listeners.delete(handler);
  }

  /** Makes the next call of a command fail: with an `ApiError`, or with a string as Tauri itself refuses. */
  fail(command: Command, reason: ApiError | string): void {
    this.#failures.set(command, [...(this.#failures.get(command) ?? []), reason]);
  }

  /** Tells the window something, as the core does. */
  emit(event: DeskEvent): void {
    for (const listener of this.#listeners) listener(copy(event));
  }

  /** Tells that leads were changed by another part of the fake. */
  settled(leads: number[]): void {
    this.#changed(leads);
  }

  called(command: Command): number {
    return this.calls.filter((call) => call.command === command).length;
  }

  /** Changes a lead behind the window's back, as an import would. */
  change(id: number, over: Partial<LeadDetail>): void {
    const lead = this.#lead(id);
    this.#put({ ...lead, revision: lead.revision + 1, ...over });
    this.emit({ event: 'changed', leads: [id], reminders: false, settings: false });
  }

  #lead(id: number): LeadDetail {
    return this.leads.find((lead) => lead.id === id) ?? refuse({ code: 'notFound' });
  }

  #put(lead: LeadDetail): void {
    this.leads = this.leads.map((other) => (other.id === lead.id ? lead : other));
  }

  #changed(leads: number[], reminders = false, settings = false): void {
    this.emit({ event: 'changed', leads, reminders, settings });
  }

  #start(asked: ListQuery): DeskStart {
    const bootstrap = this.#handlers.bootstrap({});
    if (bootstrap.database.state === 'trouble') return { bootstrap, first: null };
    const layout = this.#handlers.desk_layout({});
    const { views } = this.#handlers.list_views({});
    const start = views.find(({ id }) => id === layout.startView);
    const list = start ? { ...asked, ...listOf(start.view) } : asked;
    const page = this.#handlers.list_leads(list);
    const desk = this.#handlers.desk_state({ query: list.query });
    return { bootstrap, first: { layout, views, view: start?.id ?? null, page, desk } };
  }

  #invalid(fields: InvalidField[]): void {
    if (fields.length > 0) refuse({ code: 'invalid', fields });
  }

  /** An action of the user on a lead at the revision that they saw. */
  #act(
    seen: { id: number; revision: number },
    action: Action,
    stages: StageKind[],
    after: Partial<LeadDetail>,
  ): LeadDetail {
    const before = this.#lead(seen.id);
    if (before.revision !== seen.revision) refuse({ code: 'conflict' });
    if (!stages.includes(before.stage)) refuse({ code: 'notAllowed', why: { rule: 'stage', stage: before.stage } });
    if (before.stage === 'received' && action !== 'contacted' && this.now >= before.respondBy) {
      refuse({ code: 'notAllowed', why: { rule: 'pastRespondBy', respondBy: before.respondBy } });
    }
    return this.#done(before, action, after);
  }

  #done(before: LeadDetail, action: Action, after: Partial<LeadDetail>): LeadDetail {
    const undoId = ++this.#lastId;
    const until = this.now + this.settings.undoSeconds * 1000;
    if (this.settings.undoSeconds > 0) this.#undo.set(undoId, { leadId: before.id, before, until });
    const lead: LeadDetail = {
      ...before,
      ...after,
      revision: before.revision + 1,
      undo: this.settings.undoSeconds > 0 ? { undoId, action, until } : null,
      history: [
        {
          id: ++this.#lastId,
          at: this.now,
          actor: { kind: 'user', name: this.bootstrap.userName },
          action,
          changes: [],
          of: null,
        },
        ...before.history,
      ],
    };
    this.#put(lead);
    this.reminders = alarm.settled(this.reminders, lead.id, action, this.now);
    this.#changed([lead.id], true);
    return lead;
  }

  #archived(outcome: string, reason: LeadDetail['reason'], notes: string): Partial<LeadDetail> {
    return { stage: 'archived', archivedAt: this.now, outcome, reason, closingNotes: notes || null };
  }

  #notify(lead: LeadDetail, kind: NoticeKind): Notice {
    const contact = lead.contacts[0];
    const notice: Notice = {
      id: ++this.#lastId,
      leadId: lead.id,
      customer: lead.customer.name,
      kind,
      recipient: contact?.name ?? lead.customer.name,
      email: contact?.email ?? null,
      createdAt: this.now,
      draftedAt: null,
      sentAt: null,
    };
    this.notices = [notice, ...this.notices];
    return notice;
  }

  #markNotice(id: number, mark: Partial<Notice>, action: Action): LeadDetail {
    const marked = this.notices.find((notice) => notice.id === id) ?? refuse({ code: 'notFound' });
    const notice = { ...marked, ...mark };
    this.notices = this.notices.map((other) => (other.id === id ? notice : other));
    const lead = this.#lead(notice.leadId);
    const done = this.#done(lead, action, {
      notices: lead.notices.map((other) => (other.id === id ? notice : other)),
    });
    const final = { ...done, undo: null };
    this.#put(final);
    return final;
  }

  #undoAction(undoId: number): LeadDetail | null {
    const offer = this.#undo.get(undoId);
    if (!offer || this.now >= offer.until) return refuse({ code: 'notAllowed', why: { rule: 'undoOver' } });
    const lead = this.#lead(offer.leadId);
    if (lead.undo?.undoId !== undoId) refuse({ code: 'notAllowed', why: { rule: 'undoOvertaken' } });
    const ofLead = this.notices.filter((notice) => notice.leadId === lead.id);
    if (ofLead.some((notice) => notice.sentAt ?? notice.draftedAt)) {
      refuse({ code: 'notAllowed', why: { rule: 'noticeLeft' } });
    }
    this.#undo.delete(undoId);
    this.notices = this.notices.filter((notice) => !ofLead.includes(notice));
    if (!offer.before) {
      this.leads = this.leads.filter((other) => other.id !== lead.id);
      this.#changed([lead.id], true);
      return null;
    }
    this.#done(lead, 'undone', { ...offer.before });
    const restored = { ...this.#lead(lead.id), undo: null };
    this.#put(restored);
    return restored;
  }

  readonly #handlers: Handlers = {
    ...this.imports.handlers,
    ...this.duplicates.handlers,
    ...this.exports.handlers,
    ...this.arranged.handlers,
    ...this.bulk.handlers,
    bootstrap: () => ({ ...this.bootstrap, now: this.now, settings: this.settings }),
    start_desk: ({ list }) => this.#start(list),
    desk_state: ({ query }) => ({
      now: this.now,
      counts: counted(this.leads, query, this.now),
      totalLeads: this.leads.filter((lead) => lead.mergedInto === null).length,
      waiting: this.leads.filter((lead) => isWaiting(lead, this.now)).length,
      nextAlarmAt: this.nextAlarmAt,
      pausedUntil: this.pausedUntil !== null && this.pausedUntil > this.now ? this.pausedUntil : null,
      unreadReminders: [...this.reminders, ...this.imports.arrivals].filter(({ read }) => !read).length,
      openNotices: this.notices.filter((notice) => notice.sentAt === null).length,
      sampleLeads: this.leads.filter((lead) => lead.origin === 'sample').length,
    }),
    list_leads: (query) => this.lists.page(this.leads, query, this.now),
    locate_lead: ({ id, query }) => {
      const lead = this.#lead(id);
      return { id, stage: lead.stage, tab: tabOf(lead), index: this.lists.place(this.leads, query, this.now, id) };
    },
    get_lead: ({ id }) => ({ ...this.#lead(id), duplicates: this.duplicates.countOf(id) }),
    accept_lead: ({ id, revision, deal, employees }) => {
      this.#invalid([...wrongInDeal(deal, required), ...wrongInEmployees(employees)]);
      const after = { stage: 'accepted', acceptedAt: this.now, deal: readDeal(deal), employees } as const;
      return this.#act({ id, revision }, 'accepted', ['received'], after);
    },
    decline_lead: ({ id, revision, reason, notes }) => {
      if (reason === null) this.#invalid([{ field: 'reason', problem: 'required' }]);
      const lead = this.#act({ id, revision }, 'declined', ['received'], this.#archived('declined', reason, notes));
      const told = { ...lead, notices: [this.#notify(lead, 'declinedToCustomer'), ...lead.notices] };
      this.#put(told);
      return told;
    },
    edit_deal: ({ id, revision, deal }) => {
      const before = this.#lead(id).deal;
      const had = required.filter((field) =>
        field === 'amount' || field === 'currency' ? before.value : before[field as 'name'],
      );
      this.#invalid(wrongInDeal(deal, had));
      return this.#act({ id, revision }, 'edited', ['accepted'], { deal: readDeal(deal) });
    },
    save_employees: ({ id, revision, employees }) => {
      this.#invalid(wrongInEmployees(employees));
      const saved = employees.map((employee: Employee) => ({ ...employee, name: employee.name.trim() }));
      return this.#act({ id, revision }, 'employeesChanged', ['accepted'], { employees: saved });
    },
    close_as_won: ({ id, revision, notes }) => {
      return this.#act({ id, revision }, 'won', ['accepted'], this.#archived('won', null, notes));
    },
    close_as_lost: ({ id, revision, reason, notes }) => {
      return this.#act({ id, revision }, 'lost', ['accepted'], this.#archived('lost', reason, notes));
    },
    set_favorite: ({ id, favorite }) => {
      const lead = this.#lead(id);
      return this.#done(lead, favorite ? 'favorited' : 'unfavorited', { favorite });
    },
    mark_contacted: ({ id, revision, at, way, note }) => {
      if (at > this.now + 60_000) this.#invalid([{ field: 'at', problem: 'inTheFuture' }]);
      const { flame } = this.#lead(id);
      return this.#act({ id, revision }, 'contacted', ['received', 'accepted'], {
        contacted: { at, way, note: note || null },
        flame: flame && { ...flame, contactedAt: at },
      });
    },
    snooze_lead: ({ id, revision, until, pastDeadline }) => {
      this.#invalid(alarm.wrongSnooze(until, this.now));
      const past = until === null ? null : alarm.reachesPast(this.#lead(id), until, this.now);
      if (past && !pastDeadline) refuse({ code: 'notAllowed', why: { rule: 'pastDeadline', ...past } });
      const action = until === null ? 'woken' : 'snoozed';
      return this.#act({ id, revision }, action, ['received', 'accepted'], { snoozedUntil: until });
    },
    snooze_choices: ({ id }) => alarm.snoozeChoices(this.#lead(id), this.settings.alarm, this.now),
    set_follow_up: ({ id, revision, on, note }) => {
      this.#invalid(alarm.wrongFollowUp({ on, note }, this.#lead(id).followUp?.on ?? null, this.now));
      const followUp = on.trim() === '' ? null : { on: on.trim(), note: note.trim() || null };
      const action = followUp ? 'followUpSet' : 'followUpCleared';
      return this.#act({ id, revision }, action, ['received', 'accepted'], { followUp });
    },
    undo_action: ({ undoId }) => ({ lead: this.#undoAction(undoId) }),
    add_lead: (form) => {
      this.#invalid(wrongInNewLead(form, this.now));
      const id = ++this.#lastId;
      const lead = readNewLead(form, id);
      this.leads = [...this.leads, lead];
      const done = this.#done(lead, 'added', {});
      if (done.undo) this.#undo.set(done.undo.undoId, { leadId: id, before: null, until: done.undo.until });
      return done;
    },
    add_samples: () => {
      const samples = workingDay(this.now).map((lead) => ({ ...lead, id: ++this.#lastId, origin: 'sample' as const }));
      this.leads = [...this.leads, ...samples];
      this.#changed([], true);
      return { count: samples.length };
    },
    remove_samples: () => {
      const before = this.leads.length;
      this.leads = this.leads.filter((lead) => lead.origin !== 'sample');
      this.#changed([], true);
      return { count: before - this.leads.length };
    },
    list_notices: () => ({
      notices: [...this.notices].sort((one, other) => (one.sentAt ?? 0) - (other.sentAt ?? 0) || other.id - one.id),
    }),
    mark_notice_sent: ({ id }) => this.#markNotice(id, { sentAt: this.now }, 'noticeSent'),
    draft_notice: ({ id }) => this.#markNotice(id, { draftedAt: this.now }, 'noticeDrafted'),
    list_reminders: () => ({
      reminders: this.reminders.slice(0, 200),
      digests: this.digests,
      arrivals: this.imports.arrivals,
    }),
    mark_reminders_read: () => {
      this.reminders = this.reminders.map((reminder) => ({ ...reminder, read: true }));
      this.imports.arrivals = this.imports.arrivals.map((arrival) => ({ ...arrival, read: true }));
      this.#changed([], true);
      return {};
    },
    pause_alarms: ({ untilTomorrow }) => {
      this.pausedUntil = untilTomorrow ? alarm.morning(this.now, 1) : null;
      this.#changed([], true);
      return {};
    },
    send_test_notification: () => this.notificationTest,
    set_start_with_computer: ({ on }) => {
      this.bootstrap.startWithComputer = on;
      return { on };
    },
    save_settings: (typed) => {
      const settings = { ...typed, alarm: alarm.tidyRules(typed.alarm) };
      this.#invalid(wrongInSettings(settings));
      this.settings = settings;
      this.#changed([], false, true);
      return settings;
    },
    open_link: ({ url }) => (/^(mailto|tel|https):/.test(url) ? {} : refuse({ code: 'linkRefused' })),
    retry_database: () => {
      this.bootstrap.database = { state: 'ready' };
      return {};
    },
    set_database_aside: () => {
      this.bootstrap.database = { state: 'ready' };
      this.leads = [];
      return { keptAt: `${this.bootstrap.dataFolder}/hearth-damaged.db` };
    },
    open_data_folder: () => ({}),
    answer_closing: ({ keepInTray }) => {
      this.settings = { ...this.settings, keepInTray };
      return {};
    },
  };
}
