// What is said of a file that was imported, of one that was not taken, and of a row that was refused.
import type { FileProblem, FileReport, RefusedReason } from '$lib/api/generated';
import { number } from '$lib/format';
import { t, type Args } from '$lib/i18n';

interface Said {
  text: string;
  /** What the user can do about it. */
  advice: string;
  args: Args;
}

type ByCode = { [C in FileProblem['code']]: (problem: Extract<FileProblem, { code: C }>) => Said };

const said = (text: string, advice: string, args: Args = {}): Said => ({ text, advice, args });
const MEGABYTE = 1024 * 1024;

const problems: ByCode = {
  unreadable: ({ message }) => said('problem-file-unreadable', 'advice-file-unreadable', { message }),
  empty: () => said('problem-file-empty', 'advice-export-again'),
  tooLarge: ({ bytes, limit }) =>
    said('problem-file-too-large', 'advice-file-too-large', {
      size: Math.ceil(bytes / MEGABYTE),
      limit: Math.floor(limit / MEGABYTE),
    }),
  changed: () => said('problem-file-changed', 'advice-file-changed'),
  tooManyColumns: ({ limit }) => said('problem-file-too-many-columns', 'advice-file-too-many-columns', { limit }),
  tooLargeInside: ({ limit }) =>
    said('problem-file-too-large-inside', 'advice-file-too-large-inside', { limit: Math.floor(limit / MEGABYTE) }),
  locked: () => said('problem-file-locked', 'advice-file-locked'),
  badWorkbook: ({ message }) => said('problem-file-bad-workbook', 'advice-file-bad-workbook', { message }),
  badEncoding: ({ line }) => said('problem-file-bad-encoding', 'advice-file-bad-encoding', { line }),
  notLeads: () => said('problem-file-not-leads', 'advice-file-not-leads'),
  webPage: () => said('problem-file-web-page', 'advice-file-web-page'),
  errorReply: ({ message }) => said('problem-file-error-reply', 'advice-file-error-reply', { message }),
  cutOff: ({ line }) => said('problem-file-cut-off', 'advice-export-again', { line }),
  badJson: ({ line, column }) => said('problem-file-bad-json', 'advice-export-again', { line, column }),
  missingColumns: ({ columns }) =>
    said('problem-file-missing-columns', 'advice-file-missing-columns', { columns: columns.join(', ') }),
};

export function problemText(problem: FileProblem): Said {
  return (problems[problem.code] as (problem: FileProblem) => Said)(problem);
}

export const refusedText: Record<RefusedReason, string> = {
  notALead: 'refused-not-a-lead',
  missingCustomer: 'refused-missing-customer',
  missingReceived: 'refused-missing-received',
  unknownStatus: 'refused-unknown-status',
  unknownType: 'refused-unknown-type',
  badDate: 'refused-bad-date',
  badAmount: 'refused-bad-amount',
  badCurrency: 'refused-bad-currency',
  tooLong: 'refused-too-long',
  wrongCellCount: 'refused-wrong-cell-count',
  repeated: 'refused-repeated',
  rowTooLong: 'refused-row-too-long',
};

/** `128 added · 12 updated · 2 refused`: of one file or of several together; what did not happen is not said. */
export function countsText(files: readonly FileReport[]): string {
  const sum = (count: (file: FileReport) => number) => files.reduce((all, file) => all + count(file), 0);
  const said: [string, number][] = [
    ['counts-added', sum((file) => file.added)],
    ['counts-updated', sum((file) => file.updated)],
    ['counts-left-out', sum((file) => file.leftOut)],
    ['counts-set-aside', sum((file) => file.setAside)],
    ['counts-refused', sum((file) => file.refused)],
  ];
  const parts = said.filter(([, count]) => count > 0).map(([id, count]) => t(id, { count: number(count) }));
  return parts.length > 0 ? parts.join(' · ') : t('counts-nothing');
}
