// What the actions of the whole desk do: those that belong to no single feature. Which key each has is in `lib/state/keys`.
import { call } from '$lib/api';
import { t } from '$lib/i18n';
import { clock, leads, selection, tellFailure, toasts, undoOffers, viewport } from '$lib/state';
import type { ActionName, RegisteredAction } from '$lib/state/keys';
import type { Task } from './features/bulk/bulkForm';

/** What only the window itself can do. */
export interface DeskWindow {
  showLead: () => void;
  add: () => void;
  import: () => void;
  pastImports: () => void;
  export: () => void;
  duplicates: () => void;
  settings: () => void;
  palette: () => void;
  overview: () => void;
  changeLook: () => void;
  askForMany: (task: Task) => void;
}

/** The actions on all marked leads, by their names among the keys. */
const many: [ActionName, Task][] = [
  ['bulkDecline', 'decline'],
  ['bulkContacted', 'markContacted'],
  ['bulkFavorite', 'favorite'],
  ['bulkUnfavorite', 'unfavorite'],
  ['bulkEmployee', 'addEmployee'],
  ['bulkCampaign', 'setCampaign'],
];

/** Takes back the newest thing that can be, and waits for one that is on its way; the one who offers it tells what it was. */
export async function takeBack(): Promise<void> {
  await undoOffers.settled();
  if (!undoOffers.takeBack(clock.now)) toasts.show({ text: t('undo-nothing-left') });
}

/** The last heart that was asked for. */
let hearts: Promise<void> = Promise.resolve();

/** One after the other, and by what the core says: pressed twice is as before, also where the row does not show the first yet. */
function toggleFavorite(): void {
  const id = leads.selected;
  if (id === null) return;
  hearts = hearts.then(async () => {
    try {
      const { favorite } = await call('get_lead', { id });
      await call('set_favorite', { id, favorite: !favorite });
    } catch (reason) {
      tellFailure(reason);
    }
  });
}

/** What can be done with leads, where there are any. */
export function deskActions(desk: DeskWindow): RegisteredAction[] {
  const isOpen = () => leads.selected !== null;
  return [
    { name: 'next', run: () => void leads.next(), when: () => leads.hasNext },
    { name: 'previous', run: () => void leads.previous(), when: () => leads.hasPrevious },
    { name: 'open', run: desk.showLead, when: () => isOpen() && viewport.narrow },
    { name: 'favorite', run: toggleFavorite, when: isOpen },
    { name: 'received', run: () => void leads.showStage('received') },
    { name: 'accepted', run: () => void leads.showStage('accepted') },
    { name: 'archived', run: () => void leads.showStage('archived') },
    { name: 'marketplace', run: () => void leads.showTab('marketplace') },
    { name: 'qualified', run: () => void leads.showTab('qualified') },
    { name: 'favorites', run: () => void leads.showTab('favorites') },
    { name: 'export', run: desk.export },
    { name: 'duplicates', run: desk.duplicates },
    { name: 'board', run: desk.changeLook },
    ...many.map(([name, task]) => ({ name, run: () => desk.askForMany(task), when: () => selection.count > 0 })),
  ];
}

/** What can be done with an empty desk too. */
export function windowActions(desk: DeskWindow): RegisteredAction[] {
  return [
    { name: 'add', run: desk.add },
    { name: 'import', run: desk.import },
    { name: 'pastImports', run: desk.pastImports },
    { name: 'settings', run: desk.settings },
    { name: 'palette', run: desk.palette },
    { name: 'overview', run: desk.overview },
    { name: 'undo', run: () => void takeBack() },
    { name: 'zoomIn', run: () => viewport.zoomIn() },
    { name: 'zoomOut', run: () => viewport.zoomOut() },
    { name: 'zoomReset', run: () => viewport.setZoom(1) },
  ];
}
