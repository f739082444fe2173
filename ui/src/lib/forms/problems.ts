/** What is wrong with a field, in words. */
import type { FieldProblem } from '$lib/api/generated';
import { t } from '$lib/i18n';

const PROBLEMS: Record<FieldProblem, string> = {
  required: 'problem-required',
  tooLong: 'problem-too-long',
  notANumber: 'problem-not-a-number',
  negative: 'problem-negative',
  tooLarge: 'problem-too-large',
  tooPrecise: 'problem-too-precise',
  notADate: 'problem-not-a-date',
  notACurrency: 'problem-not-a-currency',
  notAnEmail: 'problem-not-an-email',
  inTheFuture: 'problem-in-the-future',
  inThePast: 'problem-in-the-past',
  outOfRange: 'problem-out-of-range',
};

export function problemText(problem: FieldProblem | undefined): string | null {
  return problem ? t(PROBLEMS[problem]) : null;
}
