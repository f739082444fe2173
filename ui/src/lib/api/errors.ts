// What each failure looks like to the user: its tone, its text and what can be done about it. The table is exhaustive:
// a new code of the core does not compile until it has an entry here.
import type { ApiError, NotAllowedWhy } from './generated';

export type Tone = 'info' | 'warning' | 'danger';

/** What the user may do next: fetch anew, try the same again, look at the marked fields, or open the trouble screen. */
export type ErrorAction = 'refresh' | 'retry' | 'fields' | 'trouble' | 'none';

export interface ErrorView {
  tone: Tone;
  text: string;
  args: Record<string, string | number>;
  action: ErrorAction;
}

type Entry<E> = (error: E) => ErrorView;
type ByCode = { [C in ApiError['code']]: Entry<Extract<ApiError, { code: C }>> };

const notAllowed: Record<NotAllowedWhy['rule'], string> = {
  stage: 'error-not-allowed-stage',
  pastRespondBy: 'error-not-allowed-past-respond-by',
  pastDeadline: 'error-not-allowed-past-deadline',
  undoOver: 'error-not-allowed-undo-over',
  undoOvertaken: 'error-not-allowed-undo-overtaken',
  mergedAway: 'error-not-allowed-merged-away',
  takenBack: 'error-not-allowed-taken-back',
  noticeLeft: 'error-not-allowed-notice-left',
};

function view(tone: Tone, text: string, action: ErrorAction, args: Record<string, string | number> = {}): ErrorView {
  return { tone, text, args, action };
}

const table: ByCode = {
  notFound: () => view('info', 'error-not-found', 'refresh'),
  cancelled: () => view('info', 'error-cancelled', 'none'),
  conflict: () => view('info', 'error-conflict', 'refresh'),
  notAllowed: (error) => view('warning', notAllowed[error.why.rule], 'refresh'),
  invalid: (error) => view('warning', 'error-invalid', 'fields', { count: error.fields.length }),
  busy: () => view('warning', 'error-busy', 'retry'),
  readOnly: (error) => view('danger', 'error-read-only', 'trouble', { path: error.path }),
  diskFull: () => view('danger', 'error-disk-full', 'retry'),
  newerFile: (error) => view('danger', 'error-newer-file', 'trouble', { path: error.path }),
  corrupt: (error) => view('danger', 'error-corrupt', 'trouble', { path: error.path }),
  unopened: (error) => view('danger', 'error-unopened', 'trouble', { path: error.path }),
  linkRefused: () => view('warning', 'error-link-refused', 'none'),
  systemRefused: (error) => view('warning', 'error-system-refused', 'none', { detail: error.detail }),
  internal: (error) =>
    error.reportId === ''
      ? view('danger', 'error-internal-unnumbered', 'none')
      : view('danger', 'error-internal', 'none', { report: error.reportId }),
};

export function viewOf(error: ApiError): ErrorView {
  const entry = table[error.code] as Entry<ApiError> | undefined;
  // A core newer than this window may know a code that it does not.
  return entry ? entry(error) : view('danger', 'error-internal-unnumbered', 'none');
}
