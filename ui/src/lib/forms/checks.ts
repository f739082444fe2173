/**
 * What any form checks before it is sent, and what is wrong by field. The core checks again and has the last word. What
 * belongs to one form alone, such as a deal's amount, is with that form.
 */
import type { Employee, FieldProblem, Timestamp } from '$lib/api/generated';

/** The longest text of one line and of notes, in characters; the core's limits. */
export const MAX_LINE = 500;
export const MAX_NOTES = 20_000;
/** As many employees as a bulk file of Partner Center has columns for. */
export const MAX_EMPLOYEES = 50;

/** What is wrong, by the field's name in the request; an employee's is `employees.0.name`. */
export type Problems = Record<string, FieldProblem>;

/** What is wrong with a list of employees, under `employees.<place>.<field>`. */
export function employeeProblems(employees: Employee[]): Problems {
  return Object.assign(
    found('employees', employees.length > MAX_EMPLOYEES ? 'outOfRange' : null),
    ...employees.map((employee, place) => ({
      ...found(`employees.${place}.name`, required(employee.name) ?? tooLong(employee.name, MAX_LINE)),
      ...found(`employees.${place}.phone`, tooLong(employee.phone ?? '', MAX_LINE)),
      ...found(
        `employees.${place}.email`,
        tooLong(employee.email ?? '', MAX_LINE) ?? emailProblem(employee.email ?? ''),
      ),
    })),
  ) as Problems;
}

/** `{ field: problem }`, or nothing. */
export function found(field: string, problem: FieldProblem | null): Problems {
  return problem ? { [field]: problem } : {};
}

export function required(text: string): FieldProblem | null {
  return text.trim() === '' ? 'required' : null;
}

export function tooLong(text: string, limit: number): FieldProblem | null {
  // A text with fewer UTF-16 units than the limit cannot have more characters; counting them costs a copy.
  return text.length > limit && [...text.trim()].length > limit ? 'tooLong' : null;
}

export function emailProblem(email: string): FieldProblem | null {
  const address = email.trim();
  return address === '' || /^[^\s@]+@[^\s@]+$/.test(address) ? null : 'notAnEmail';
}

/** A real day between 1900 and 2999, written `2026-12-31`. */
export function dateProblem(text: string): FieldProblem | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim());
  if (!match) return 'notADate';
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const date = new Date(year, month - 1, day);
  const real = date.getFullYear() === year && date.getMonth() === month - 1 && date.getDate() === day;
  return real && year >= 1900 && year < 3000 ? null : 'notADate';
}

/** A moment later than `now` cannot have happened. */
export function inTheFuture(at: Timestamp, now: Timestamp): 'inTheFuture' | null {
  return at > now ? 'inTheFuture' : null;
}

/** `at` as it is typed, `2026-12-31 14:30`: this computer's clock, to the minute. */
export function localInput(at: Timestamp): string {
  const local = new Date(at);
  const two = (n: number) => String(n).padStart(2, '0');
  const day = `${local.getFullYear()}-${two(local.getMonth() + 1)}-${two(local.getDate())}`;
  return `${day} ${two(local.getHours())}:${two(local.getMinutes())}`;
}

/** The instant that such a text means on this computer's clock; NaN for anything else, also for a day that never was. */
export function instantOf(input: string): Timestamp {
  const match = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2})$/.exec(input.trim());
  if (!match || dateProblem(match[1] ?? '') !== null) return NaN;
  return new Date(`${match[1]}T${match[2]}`).getTime();
}
