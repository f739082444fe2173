// The keys of the desk. Each feature registers its own for as long as it is shown; one listener decides whether a key
// press is meant for the desk at all: never while someone types, composes Korean, or answers a dialog.

export interface KeyBinding {
  /** As `KeyboardEvent.key` in lower case: `a`, `arrowdown`, `?`. */
  key: string;
  /** The text that the overview of keys shows; none for a second key of the same meaning. */
  label?: string;
  /** How the overview writes the key, when not as its upper case. */
  shown?: string;
  /** Whether the key is meant here, where the event's target alone decides it. */
  when?: (target: EventTarget | null) => boolean;
  /** With Shift only, or without it only; either way where it says nothing. */
  shift?: boolean;
  run: () => void;
}

const registered = new Set<readonly KeyBinding[]>();

/** Registers keys; the returned function takes them back. What was registered last wins. */
export function registerKeys(bindings: readonly KeyBinding[]): () => void {
  registered.add(bindings);
  return () => registered.delete(bindings);
}

/** All keys that work now, in the order of their registration. */
export function activeKeys(): KeyBinding[] {
  return [...registered].flat();
}

/** Whether the event belongs to an input method: its Enter chooses a syllable and means nothing to the app. */
export function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}

/** Whether `target` takes letters itself. */
export function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)
    return true;
  const withoutText = ['button', 'checkbox', 'radio', 'submit', 'reset', 'file'];
  return target instanceof HTMLInputElement && !withoutText.includes(target.type);
}

/** The key of an event in the words of `KeyBinding`: on a Korean layout the letter is told by its place. */
export function keyOf(event: KeyboardEvent): string {
  const letterByPlace = /^Key([A-Z])$/.exec(event.code)?.[1];
  const latin = event.key.length !== 1 || event.key.charCodeAt(0) < 128;
  return (latin || !letterByPlace ? event.key : letterByPlace).toLowerCase();
}

export function handleKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (isComposing(event) || takesText(event.target)) return;
  if (document.querySelector('dialog[open]')) return;
  const key = keyOf(event);
  const binding = activeKeys().findLast(
    (candidate) =>
      candidate.key === key &&
      (candidate.shift ?? event.shiftKey) === event.shiftKey &&
      (candidate.when?.(event.target) ?? true),
  );
  if (!binding) return;
  event.preventDefault();
  binding.run();
}

/** Listens for the keys; once, by `App`. */
export function listenForKeys(): () => void {
  window.addEventListener('keydown', handleKey);
  return () => window.removeEventListener('keydown', handleKey);
}
