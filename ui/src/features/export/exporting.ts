// Exports as the window sees them: they are asked for here, written by the core, and what comes of them is told in a
// toast. Where a file goes is asked by the system.
import { call } from '$lib/api';
import type { DeskEvent, ExportFormat, ExportReport, LeadScope } from '$lib/api/generated';
import { t } from '$lib/i18n';
import { tellFailure, toasts } from '$lib/state';

/** Asks where to write and writes there. Returns whether that could be begun; what comes of it arrives as an event. */
export async function startExport(format: ExportFormat, scope: LeadScope): Promise<boolean> {
  try {
    await call('export_leads', { format, scope });
    return true;
  } catch (reason) {
    tellFailure(reason);
    return false;
  }
}

export function hearExport(event: DeskEvent): void {
  if (event.event === 'exportFinished') toasts.show({ text: reportText(event.report) });
  // Who closes the system's question where to write knows that nothing was written.
  else if (event.event === 'exportFailed' && event.error.code !== 'cancelled') tellFailure(event.error);
}

const NAMED = 2;

/** The files by name, the folder, and how many leads are in them. */
export function reportText({ files, folder, leads, leftOut, shortened }: ExportReport): string {
  const named = files.slice(0, NAMED).join(', ');
  const args = { files: named, more: files.length - NAMED, folder, count: leads };
  const written = files.length > NAMED ? t('export-done-many', args) : t('export-done', args);
  return [
    written,
    ...(leftOut > 0 ? [t('export-done-left-out', { count: leftOut })] : []),
    ...(shortened > 0 ? [t('export-done-shortened', { count: shortened })] : []),
  ].join(' ');
}
