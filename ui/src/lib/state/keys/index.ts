// The keys of the desk: actions by name, the keys that they have, and the one listener.
export { keyIn, keyText, type OwnKeys } from './bound';
export { actionOf, allActions, groups, type ActionGroup, type ActionName, type KeyAction } from './catalog';
export { ariaKey, heldOf, isComposing, partsOf, pressOf, shownKey, takesText } from './press';
export { holderOf, refusalOf, withKey, type KeyRefusal } from './rules';
export { isPossible, listenForKeys, registerActions, runAction, type RegisteredAction } from './registry';
