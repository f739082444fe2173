// Which actions were chosen in the palette last. It belongs to this computer's window, as the zoom does, not to the desk.
import { allActions, type ActionName } from '$lib/state/keys';

const KEPT_AS = 'hearth-recent-actions';
const AT_MOST = 5;

export function recentActions(): ActionName[] {
  const kept = (localStorage.getItem(KEPT_AS) ?? '').split(' ');
  return kept.flatMap((name) => allActions.find((action) => action.name === name)?.name ?? []);
}

export function noteRecent(name: ActionName): void {
  const names = [name, ...recentActions().filter((other) => other !== name)].slice(0, AT_MOST);
  localStorage.setItem(KEPT_AS, names.join(' '));
}
