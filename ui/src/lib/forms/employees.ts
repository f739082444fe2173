/**
 * The partner's people on a deal as forms hold them: every field a text, an empty one nothing.
 */
import type { Employee } from '$lib/api/generated';

export interface EmployeeForm {
  name: string;
  phone: string;
  email: string;
}

export const nobody: EmployeeForm = { name: '', phone: '', email: '' };

export function employeeForm(employee: Employee): EmployeeForm {
  return { name: employee.name, phone: employee.phone ?? '', email: employee.email ?? '' };
}

export function employeeOf(form: EmployeeForm): Employee {
  return { name: form.name, phone: form.phone.trim() || null, email: form.email.trim() || null };
}

export function sameEmployee(one: Employee, other: Employee): boolean {
  return one.name === other.name && one.phone === other.phone && one.email === other.email;
}

/**
 * `list` with `changed` in the place of `original`, or at its end where there is no original any more: what someone else
 * did to the list in the meantime is kept.
 */
export function withEmployee(list: Employee[], original: Employee | null, changed: Employee): Employee[] {
  const place = original ? list.findIndex((employee) => sameEmployee(employee, original)) : -1;
  return place < 0 ? [...list, changed] : list.with(place, changed);
}
