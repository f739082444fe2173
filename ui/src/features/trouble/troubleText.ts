// What each trouble with the database is called, what happened, and what the user can do. Every text id is written out.
import type { ApiError } from '$lib/api/generated';

export interface Trouble {
  title: string;
  happened: string;
  advice: string;
}

const known: Partial<Record<ApiError['code'], Trouble>> = {
  newerFile: { title: 'trouble-newer-title', happened: 'trouble-newer-happened', advice: 'trouble-newer-advice' },
  corrupt: { title: 'trouble-corrupt-title', happened: 'trouble-corrupt-happened', advice: 'trouble-corrupt-advice' },
  readOnly: {
    title: 'trouble-read-only-title',
    happened: 'trouble-read-only-happened',
    advice: 'trouble-read-only-advice',
  },
  busy: { title: 'trouble-busy-title', happened: 'trouble-busy-happened', advice: 'trouble-busy-advice' },
  diskFull: {
    title: 'trouble-disk-full-title',
    happened: 'trouble-disk-full-happened',
    advice: 'trouble-disk-full-advice',
  },
};

const unopened: Trouble = {
  title: 'trouble-unopened-title',
  happened: 'trouble-unopened-happened',
  advice: 'trouble-unopened-advice',
};

export function troubleText(error: ApiError): Trouble {
  return known[error.code] ?? unopened;
}

/** The file that is in trouble, and the system's own words about it, where there are any. */
export function troubleDetails(error: ApiError): { path: string | null; detail: string | null } {
  return {
    path: 'path' in error ? error.path : null,
    detail: 'detail' in error ? error.detail : error.code === 'internal' ? error.reportId || null : null,
  };
}
