/**
 * What is typed for an action on many leads: its empty form, what is wrong with it, and the action that it makes.
 *
 * The checks mirror the core's, so that a mistake is shown before anything is sent.
 */
import type { BulkAction, ContactWay, InvalidField, Reason, Timestamp } from '$lib/api/generated';
import {
  emailProblem,
  found,
  instantOf,
  inTheFuture,
  localInput,
  MAX_LINE,
  MAX_NOTES,
  required,
  tooLong,
  type Problems,
} from '$lib/forms/checks';
import { employeeOf, nobody, type EmployeeForm } from '$lib/forms/employees';

/** What can be done with many leads at once. */
export type Task = 'decline' | 'markContacted' | 'favorite' | 'unfavorite' | 'addEmployee' | 'setCampaign';

/** One form for all of them: each task shows its own fields and sends only those. */
export interface BulkForm {
  reason: Reason | null;
  notes: string;
  at: string;
  way: ContactWay;
  note: string;
  employee: EmployeeForm;
  campaignId: string;
}

export function emptyForm(now: Timestamp): BulkForm {
  return {
    reason: null,
    notes: '',
    at: localInput(now),
    way: 'phone',
    note: '',
    employee: { ...nobody },
    campaignId: '',
  };
}

/** Whether there is anything to fill in before the preview. */
export function hasFields(task: Task): boolean {
  return task !== 'favorite' && task !== 'unfavorite';
}

/** What is wrong, by field. */
export function problemsOf(task: Task, form: BulkForm, now: Timestamp): Problems {
  switch (task) {
    case 'decline':
      return {
        ...found('reason', form.reason === null ? 'required' : null),
        ...found('notes', tooLong(form.notes, MAX_NOTES)),
      };
    case 'markContacted': {
      const at = instantOf(form.at);
      return {
        ...found('at', Number.isNaN(at) ? 'notADate' : inTheFuture(at, now)),
        ...found('note', tooLong(form.note, MAX_NOTES)),
      };
    }
    case 'addEmployee': {
      const { name, phone, email } = form.employee;
      return {
        ...found('name', required(name) ?? tooLong(name, MAX_LINE)),
        ...found('phone', tooLong(phone, MAX_LINE)),
        ...found('email', tooLong(email, MAX_LINE) ?? emailProblem(email)),
      };
    }
    case 'setCampaign':
      return found('campaignId', tooLong(form.campaignId, MAX_LINE));
    case 'favorite':
    case 'unfavorite':
      return {};
  }
}

export function actionOf(task: Task, form: BulkForm): BulkAction {
  switch (task) {
    case 'decline':
      return { kind: 'decline', reason: form.reason, notes: form.notes };
    case 'markContacted':
      return { kind: 'markContacted', at: instantOf(form.at), way: form.way, note: form.note };
    case 'addEmployee':
      return { kind: 'addEmployee', employee: employeeOf(form.employee) };
    case 'setCampaign':
      return { kind: 'setCampaign', campaignId: form.campaignId.trim() };
    case 'favorite':
    case 'unfavorite':
      return { kind: 'setFavorite', favorite: task === 'favorite' };
  }
}

/** What the core refuses, by the names of this form: it says `employee.name` where the form has one `name`. */
export function refusedFields(fields: readonly InvalidField[]): Problems {
  return Object.fromEntries(fields.map(({ field, problem }) => [field.split('.').at(-1) ?? field, problem]));
}
