/**
 * One action on many leads, from the question to its undo: what is asked, the preview, the work that goes on in the core,
 * and what is told of it. One plan at a time: a plan that is not run is dropped. What is drawn of it is the dialog's and
 * the bar's.
 */
import { asCommandError, call } from '$lib/api';
import type { ApiError, BulkAction, BulkPlan, BulkReport, DeskEvent, LeadScope } from '$lib/api/generated';
import type { Problems } from '$lib/forms/checks';
import { t } from '$lib/i18n';
import { clock, selection, tellFailure, toasts } from '$lib/state';
import { actionOf, emptyForm, hasFields, problemsOf, refusedFields, type BulkForm, type Task } from './bulkForm';
import { reportText, undoneText } from './bulkText';

/** What shall be done with which leads. */
export interface Asked {
  task: Task;
  scope: LeadScope;
  /** How many leads that were when it was asked. */
  count: number;
}

/** What goes on in the core. */
export interface Working {
  /** `null` while something is taken back. */
  action: BulkAction | null;
  plan: number | null;
  done: number;
  /** 0 while the core has not said how many there are. */
  total: number;
  cancelling: boolean;
}

export class Bulk {
  /** What the dialog is about; `null` while it is closed. */
  asked = $state.raw<Asked | null>(null);
  form = $state<BulkForm>(emptyForm(0));
  problems = $state.raw<Problems>({});
  /** Counts the tries that found mistakes, so that each of them moves the focus to the first. */
  refusals = $state(0);
  failure = $state.raw<ApiError | null>(null);
  foreseeing = $state(false);
  plan = $state.raw<BulkPlan | null>(null);
  /** The action that the plan is for. */
  action = $state.raw<BulkAction | null>(null);
  working = $state.raw<Working | null>(null);
  /** What was done last and can be taken back, and the plan by which that can be cancelled. */
  #done: { id: number; plan: number | null; until: number } | null = null;
  /** What was offered to be taken back, so that it can be offered again. */
  #offers: readonly { id: number; text: string; until: number }[] = [];
  #opened = $state.raw<BulkForm>(emptyForm(0));
  /** Counts what was asked, so that a preview that came too late is dropped. */
  #turn = 0;
  /** What was marked when it was asked. */
  #marked = 0;

  /** Whether closing would lose something typed. */
  get dirty(): boolean {
    return JSON.stringify(this.form) !== JSON.stringify(this.#opened);
  }

  /** Opens the dialog of a task, unless another one is still being done. */
  ask(asked: Asked): void {
    if (this.working) {
      toasts.show({ text: t('bulk-one-at-a-time') });
      return;
    }
    if (asked.count === 0) {
      toasts.show({ text: t('bulk-nothing-selected') });
      return;
    }
    this.#drop();
    this.#marked = selection.turn;
    this.asked = asked;
    this.form = emptyForm(clock.now);
    this.#opened = $state.snapshot(this.form);
    this.problems = {};
    this.failure = null;
    if (!hasFields(asked.task)) void this.foresee();
  }

  /** Asks the core what would be changed and what not. */
  async foresee(): Promise<void> {
    const { asked } = this;
    if (!asked || this.foreseeing) return;
    const form = $state.snapshot(this.form);
    this.failure = null;
    if (this.#refuse(problemsOf(asked.task, form, clock.now))) return;
    const action = actionOf(asked.task, form);
    const turn = ++this.#turn;
    this.foreseeing = true;
    try {
      const plan = await call('foresee_bulk', { action, scope: asked.scope });
      if (turn !== this.#turn) return void forget(plan.plan);
      if (JSON.stringify(this.form) !== JSON.stringify(form)) {
        // Someone typed on: what is shown, and done, is what stands in the form.
        forget(plan.plan);
        this.foreseeing = false;
        return void (await this.foresee());
      }
      this.action = action;
      this.plan = plan;
    } catch (reason) {
      if (turn !== this.#turn) return;
      const { error } = asCommandError(reason);
      if (error.code === 'invalid' && hasFields(asked.task)) this.#refuse(refusedFields(error.fields));
      else this.failure = error;
    } finally {
      if (turn === this.#turn) this.foreseeing = false;
    }
  }

  /** From the preview back to the fields. */
  back(): void {
    this.#drop();
    this.failure = null;
  }

  async run(): Promise<void> {
    const { plan, action } = this;
    if (!plan || !action || this.working) return;
    this.failure = null;
    this.working = { action, plan: plan.plan, done: 0, total: plan.foreseen.changed, cancelling: false };
    try {
      await call('run_bulk', { plan: plan.plan });
    } catch (reason) {
      this.#stop(asCommandError(reason).error);
    }
  }

  /** Asks the core to stop. Nothing of it is done then. */
  async cancel(): Promise<void> {
    const { working } = this;
    if (!working || working.plan === null || working.cancelling) return;
    this.working = { ...working, cancelling: true };
    try {
      await call('cancel_bulk', { plan: working.plan });
    } catch (reason) {
      if (this.working) this.working = { ...this.working, cancelling: false };
      tellFailure(reason);
    }
  }

  /** Closes the dialog. What is being done goes on. */
  close(): void {
    if (!this.working) this.#drop();
    this.asked = null;
  }

  hear(event: DeskEvent): void {
    switch (event.event) {
      case 'bulkProgress':
        if (this.working) this.working = { ...this.working, done: event.done, total: event.total };
        break;
      case 'bulkFinished':
        this.#finish(event.report);
        break;
      case 'bulkUndone':
        this.working = null;
        toasts.show({ text: undoneText(event.undone) });
        break;
      case 'bulkStopped':
        this.#stop(event.error);
        break;
    }
  }

  /** Takes everything back that one action did. */
  async undo(id: number): Promise<void> {
    if (this.working) {
      toasts.show({ text: t('bulk-one-at-a-time') });
      // Whoever asked too early may ask again.
      const offer = this.#offers.find((offer) => offer.id === id);
      if (offer && offer.until > clock.now) this.#offer(offer.text, id, offer.until);
      return;
    }
    const plan = this.#done?.id === id ? this.#done.plan : null;
    this.working = { action: null, plan, done: 0, total: 0, cancelling: false };
    try {
      await call('undo_bulk', { id });
    } catch (reason) {
      this.working = null;
      tellFailure(reason);
    }
  }

  reset(): void {
    this.#turn++;
    this.asked = null;
    this.plan = null;
    this.action = null;
    this.working = null;
    this.foreseeing = false;
  }

  #finish(report: BulkReport): void {
    const { action = null, plan = null } = this.working ?? {};
    this.working = null;
    this.plan = null;
    this.asked = null;
    const text = reportText(report, action);
    const { bulkId, undoUntil } = report;
    if (bulkId === null || undoUntil === null || undoUntil <= clock.now) toasts.show({ text });
    else {
      this.#done = { id: bulkId, plan, until: undoUntil };
      this.#offer(text, bulkId, undoUntil);
    }
    // What was declined has left the list that it was marked in. What was marked since, while it went on, stays marked.
    if (report.verb === 'decline' && selection.turn === this.#marked) selection.clear();
  }

  #offer(text: string, id: number, until: number): void {
    this.#offers = [...this.#offers.filter((other) => other.id !== id && other.until > clock.now), { id, text, until }];
    const run = () => void this.undo(id);
    toasts.show({ text, until, action: { label: t('undo-action'), run } });
  }

  /** It was cancelled where `error` is null. Nothing was changed either way, and the plan can be done all the same. */
  #stop(error: ApiError | null): void {
    const undoing = this.working !== null && this.working.action === null;
    this.working = null;
    if (undoing) {
      if (error !== null) tellFailure(error);
      else if (this.#done && this.#done.until > clock.now)
        this.#offer(t('bulk-cancelled'), this.#done.id, this.#done.until);
      else toasts.show({ text: t('bulk-cancelled') });
      return;
    }
    if (error !== null && this.asked) {
      if (error.code === 'notFound') this.plan = null;
      this.failure = error;
      return;
    }
    this.#drop();
    this.asked = null;
    if (error === null) toasts.show({ text: t('bulk-cancelled') });
    else tellFailure(error);
  }

  #drop(): void {
    this.#turn++;
    this.foreseeing = false;
    const { plan } = this;
    this.plan = null;
    if (plan) forget(plan.plan);
  }

  #refuse(problems: Problems): boolean {
    this.problems = problems;
    const refused = Object.keys(problems).length > 0;
    if (refused) this.refusals++;
    return refused;
  }
}

/** A plan that cannot be dropped is gone already, or goes with the window. */
function forget(plan: number): void {
  call('drop_bulk', { plan }).catch((reason: unknown) => console.error('a plan could not be dropped', reason));
}

export const bulk = new Bulk();
