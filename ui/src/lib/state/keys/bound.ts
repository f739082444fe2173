// Which action has which key now: the one that it comes with, unless the user has given it another.
import { desk } from '../desk.svelte';
import { actionOf, allActions, type ActionName, type KeyAction } from './catalog';

/** Keys by the names of their actions, as the settings keep them; an empty one is none. */
export type OwnKeys = Readonly<Record<string, string | undefined>>;

export function keyIn(own: OwnKeys, { name, key, fixed }: KeyAction): string {
  return fixed ? key : (own[name] ?? key);
}

/** The key that an action has now, such as `Shift+A`; nothing where it has none. Reactive. */
export function keyText(name: ActionName): string | undefined {
  return keyIn(desk.settings?.keys ?? {}, actionOf(name)) || undefined;
}

/** The actions that a key is meant for; those to which the user has given it first. */
export function actionsWith(pressed: string): KeyAction[] {
  const own = desk.settings?.keys ?? {};
  const meant = allActions.filter(
    (action) => !action.elsewhere && (keyIn(own, action) === pressed || action.also?.includes(pressed)),
  );
  const given = (action: KeyAction) => Number(!action.fixed && own[action.name] === pressed);
  return meant.sort((one, other) => given(other) - given(one));
}
