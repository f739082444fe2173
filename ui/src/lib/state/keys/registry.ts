// What the actions do. Each feature registers its own for as long as it is shown; one listener decides whether a key press
// is meant for the desk at all: never while someone types, composes Korean, or answers a dialog.
import { SvelteSet } from 'svelte/reactivity';
import { untrack } from 'svelte';
import { actionsWith } from './bound';
import type { ActionName, KeyAction } from './catalog';
import { isComposing, partsOf, pressOf, takesText } from './press';

export interface RegisteredAction {
  name: ActionName;
  run: () => void;
  /** Whether it can be done now. */
  when?: () => boolean;
}

const registered = new SvelteSet<readonly RegisteredAction[]>();

/** Registers what actions do; the returned function takes it back. What was registered last wins where it is possible. */
export function registerActions(actions: readonly RegisteredAction[]): () => void {
  untrack(() => registered.add(actions));
  return () => untrack(() => registered.delete(actions));
}

function possible(name: ActionName): RegisteredAction | undefined {
  return [...registered].flat().findLast((action) => action.name === name && (action.when?.() ?? true));
}

/** Whether an action can be done now. Reactive. */
export function isPossible(name: ActionName): boolean {
  return possible(name) !== undefined;
}

/** Does an action, if it can be done now; returns whether it was. */
export function runAction(name: ActionName): boolean {
  const action = possible(name);
  action?.run();
  return action !== undefined;
}

/** Whether the place of the focus needs the key itself: to scroll, to choose, to press. */
function neededAt(target: EventTarget | null, pressed: string): boolean {
  const { held, name } = partsOf(pressed);
  const moves = /^(Arrow\w+|Home|End|Page\w+|Enter)$/.test(name);
  if (!moves || (held !== '' && held !== 'Shift+')) return false;
  if (!(target instanceof Element)) return held === '';
  const own = held === '' ? 'button, a, summary, .lead-side, [role=dialog], [role=listbox]' : '.lead-side, [role=menu]';
  return target.closest(own) !== null;
}

/** Whether an action may be done by this key press, as far as the press alone decides it. */
function meant(action: KeyAction, event: KeyboardEvent, pressed: string): boolean {
  if (event.repeat && !action.repeats) return false;
  const byCtrl = partsOf(pressed).held.startsWith('Ctrl+');
  return !takesText(event.target) || (byCtrl && action.inText === true);
}

export function handleKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || isComposing(event)) return;
  const pressed = pressOf(event);
  if (pressed === null || document.querySelector('dialog[open]') || neededAt(event.target, pressed)) return;
  for (const action of actionsWith(pressed)) {
    const found = meant(action, event, pressed) ? possible(action.name) : undefined;
    if (!found) continue;
    event.preventDefault();
    found.run();
    return;
  }
}

/** Listens for the keys; once, by `App`. */
export function listenForKeys(): () => void {
  window.addEventListener('keydown', handleKey);
  return () => window.removeEventListener('keydown', handleKey);
}
