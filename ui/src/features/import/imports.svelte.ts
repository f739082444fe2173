// The import that runs and what the last one did. The files are chosen and read by the core; here arrives only its report.
import { asCommandError, call } from '$lib/api';
import type { ApiError, DeskEvent, ImportReport } from '$lib/api/generated';

export class Imports {
  /** How many files are being read; 0 while none is. */
  running = $state(0);
  report = $state.raw<ImportReport | null>(null);
  failure = $state.raw<ApiError | null>(null);

  /** Opens the system's file dialog. What comes of it arrives as events. */
  async choose(): Promise<void> {
    try {
      await call('choose_import_files', {});
    } catch (reason) {
      this.running = 0;
      this.failure = asCommandError(reason).error;
    }
  }

  hear(event: DeskEvent): void {
    if (event.event === 'importFinished') {
      this.running = 0;
      // A report that is still open is not lost to the next one.
      this.report = { ...event.report, files: [...(this.report?.files ?? []), ...event.report.files] };
    } else if (event.event === 'importStopped') {
      this.running = 0;
      this.failure = event.error;
    }
  }

  close(): void {
    this.report = null;
    this.failure = null;
  }
}

export const imports = new Imports();
