// What the window does with what the core tells. Each event has one line here; where a feature has to act beyond the
// desk's own state, `App` hands in how.
import type { Action, DeskEvent } from '$lib/api/generated';
import { t } from '$lib/i18n';
import { clock, desk, leads, tellFailure, toasts, views } from '$lib/state';

export interface Reactions {
  openLead: (id: number) => void;
  openWaiting: () => void;
  /** An action was taken in a notification or in the tray. */
  doneOutside: (id: number, action: Action) => void;
  /** A snooze from a notification would reach past the deadline. */
  askSnooze: (id: number) => void;
  askClosing: () => void;
  importing: (event: DeskEvent) => void;
  exporting: (event: DeskEvent) => void;
  /** An action on many leads goes on, is done, or is taken back. */
  manyLeads: (event: DeskEvent) => void;
}

export function hear(event: DeskEvent, reactions: Reactions): void {
  switch (event.event) {
    case 'changed':
      void desk.refresh(leads);
      void leads.refetch();
      void views.refresh();
      if (event.settings) desk.reloadSettings().catch(tellFailure);
      break;
    case 'clockMoved':
      clock.sync(event.now);
      void desk.refresh(leads);
      void leads.refetch();
      void views.refresh();
      break;
    case 'upgrading':
      desk.upgraded = event.percent;
      break;
    case 'notificationsFailure':
      desk.notificationsFailure = event.failure;
      break;
    case 'alarmTrouble':
      desk.alarmTrouble = event.error;
      break;
    case 'keptMinimised':
      desk.keptMinimised = true;
      break;
    case 'leadNotHere':
      toasts.show({ text: t('lead-not-here') });
      break;
    case 'doneOutside':
      reactions.doneOutside(event.id, event.action);
      break;
    case 'askSnooze':
      reactions.askSnooze(event.id);
      break;
    case 'openLead':
      reactions.openLead(event.id);
      break;
    case 'openWaiting':
      reactions.openWaiting();
      break;
    case 'closingAsked':
      reactions.askClosing();
      break;
    case 'importDrafted':
    case 'importProgress':
    case 'importForeseen':
    case 'importFinished':
    case 'importStopped':
      reactions.importing(event);
      break;
    case 'exportFinished':
    case 'exportFailed':
      reactions.exporting(event);
      break;
    case 'bulkProgress':
    case 'bulkFinished':
    case 'bulkUndone':
    case 'bulkStopped':
      reactions.manyLeads(event);
      break;
    // Whoever shows the watched folder listens for itself.
    case 'watchChanged':
      break;
  }
}
