// What the window does with what the core tells. Each event has one line here; where a feature has to act beyond the
// desk's own state, `App` hands in how.
import type { DeskEvent } from '$lib/api/generated';
import { clock, desk, leads, tellFailure } from '$lib/state';

export interface Reactions {
  openLead: (id: number) => void;
  openWaiting: () => void;
  askClosing: () => void;
  importing: (event: DeskEvent) => void;
}

export function hear(event: DeskEvent, reactions: Reactions): void {
  switch (event.event) {
    case 'changed':
      void desk.refresh(leads);
      void leads.refetch();
      if (event.settings) desk.reloadSettings().catch(tellFailure);
      break;
    case 'clockMoved':
      clock.sync(event.now);
      void desk.refresh(leads);
      void leads.refetch();
      break;
    case 'notificationsFailure':
      desk.notificationsFailure = event.failure;
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
    case 'importStarted':
    case 'importFinished':
    case 'importFailed':
      reactions.importing(event);
      break;
  }
}
