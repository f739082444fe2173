// What the fake finds wrong in a form: the rules of the core's `validate`, in small.
import { DAY } from '$lib/format';
import type {
  AddLead,
  DealForm,
  DealReply,
  Employee,
  FieldProblem,
  InvalidField,
  LeadDetail,
  Settings,
} from '../generated';
import { wrongInRules } from './alarm';
import { fakeLead } from './samples';

const orNull = (text: string | null): string | null => text?.trim() || null;

export function readDeal(form: DealForm): DealReply {
  const amount = orNull(form.amount);
  return {
    name: orNull(form.name),
    value: amount === null ? null : { amount, currency: form.currency.trim().toUpperCase() },
    purchaseOn: orNull(form.purchaseOn),
    notes: orNull(form.notes),
    crmId: orNull(form.crmId),
    campaignId: orNull(form.campaignId),
  };
}

function wrongAmount(amount: string): FieldProblem | null {
  if (amount.startsWith('-')) return 'negative';
  if (!/^\d+(\.\d+)?$/.test(amount)) return 'notANumber';
  return /\.\d{3,}$/.test(amount) ? 'tooPrecise' : null;
}

function wrongMoney(form: { amount: string; currency: string }): InvalidField[] {
  const [amount, currency] = [form.amount.trim(), form.currency.trim()];
  const wrong: InvalidField[] = [];
  if (currency !== '' && !/^[a-zA-Z]{3}$/.test(currency)) wrong.push({ field: 'currency', problem: 'notACurrency' });
  const problem = amount === '' ? null : wrongAmount(amount);
  if (problem) wrong.push({ field: 'amount', problem });
  if (amount !== '' && currency === '') wrong.push({ field: 'currency', problem: 'required' });
  return wrong;
}

/** `required`: the fields that may not be empty. */
export function wrongInDeal(form: DealForm, required: readonly (keyof DealForm)[]): InvalidField[] {
  const wrong = wrongMoney(form);
  if (form.purchaseOn.trim() !== '' && !/^\d{4}-\d{2}-\d{2}$/.test(form.purchaseOn.trim())) {
    wrong.push({ field: 'purchaseOn', problem: 'notADate' });
  }
  if ([...form.notes].length > 20_000) wrong.push({ field: 'notes', problem: 'tooLong' });
  for (const field of required) {
    if (form[field].trim() === '' && !wrong.some((other) => other.field === field))
      wrong.push({ field, problem: 'required' });
  }
  return wrong;
}

export function wrongInEmployees(employees: readonly Employee[]): InvalidField[] {
  return employees.flatMap((employee, at) => {
    const wrong: InvalidField[] = [];
    if (employee.name.trim() === '') wrong.push({ field: `employees.${at}.name`, problem: 'required' });
    if (employee.email && !/^[^@\s]+@[^@\s]+$/.test(employee.email.trim())) {
      wrong.push({ field: `employees.${at}.email`, problem: 'notAnEmail' });
    }
    return wrong;
  });
}

export function wrongInNewLead(form: AddLead, now: number): InvalidField[] {
  const wrong = wrongMoney(form);
  if (form.customer.trim() === '') wrong.push({ field: 'customer', problem: 'required' });
  if (form.need.trim() === '') wrong.push({ field: 'need', problem: 'required' });
  if (form.email.trim() !== '' && !/^[^@\s]+@[^@\s]+$/.test(form.email.trim())) {
    wrong.push({ field: 'email', problem: 'notAnEmail' });
  }
  if (form.receivedAt > now + 60_000) wrong.push({ field: 'receivedAt', problem: 'inTheFuture' });
  return wrong;
}

/** The lead of a form that has no mistakes. */
export function readNewLead(form: AddLead, id: number): LeadDetail {
  const value = form.amount.trim() === '' ? null : { amount: form.amount.trim(), currency: form.currency.trim() };
  const { receivedAt, leadType } = form;
  const base = fakeLead({ id, receivedAt, leadType, origin: 'hand', referralId: null });
  return {
    ...base,
    customer: { ...base.customer, name: form.customer.trim(), city: form.city || null, country: form.country || null },
    need: { text: form.need.trim(), industries: [], products: [], services: [], solutions: [] },
    deal: { ...base.deal, value },
    flame: form.requestedContact ? { endsAt: receivedAt + 3 * DAY, contactedAt: null } : null,
  };
}

export function wrongInSettings(settings: Settings): InvalidField[] {
  const wrong: InvalidField[] = [];
  if (settings.undoSeconds < 0 || settings.undoSeconds > 120)
    wrong.push({ field: 'undoSeconds', problem: 'outOfRange' });
  if (settings.respondDays < 1 || settings.respondDays > 90)
    wrong.push({ field: 'respondDays', problem: 'outOfRange' });
  return [...wrong, ...wrongInRules(settings.alarm)];
}
