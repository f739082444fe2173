// From a key press to the text by which the window names it, such as `A`, `Shift+ArrowDown` or `Ctrl+K`, and from that text
// to what a person reads and a screen reader is told. Which action has which key is in `catalog` and `bound`.

const MODIFIERS = /^(?:(?:Ctrl|Shift|Alt|Meta|Control)\+)+/;
const ALONE = new Set([
  'Control',
  'Shift',
  'Alt',
  'Meta',
  'AltGraph',
  'CapsLock',
  'NumLock',
  'Fn',
  'OS',
  'Hyper',
  'Super',
]);
const NOTHING = new Set(['Dead', 'Unidentified', 'Process', '']);

/** Whether this is a Mac, where Cmd does what Ctrl does elsewhere. */
export function isMac(): boolean {
  return navigator.platform.startsWith('Mac');
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

/** The key alone, without what is held with it: on a Korean layout the letter is told by its place. */
function nameOf({ key, code }: KeyboardEvent): string {
  if (key === ' ') return 'Space';
  if (key.length !== 1) return key;
  const byPlace = key.charCodeAt(0) < 128 ? undefined : /^Key([A-Z])$/.exec(code)?.[1];
  const upper = key.toUpperCase();
  return byPlace ?? (upper.length === 1 ? upper : key);
}

/** What is held, as the beginning of a key's text. */
export function heldOf(event: KeyboardEvent): string {
  // AltGr comes as Ctrl and Alt on some systems, and is only the way to a sign.
  const altGr = event.getModifierState('AltGraph');
  const mac = isMac();
  const held = [
    [(mac ? event.metaKey : event.ctrlKey) && !altGr, 'Ctrl+'],
    [mac ? event.ctrlKey : event.metaKey, mac ? 'Control+' : 'Meta+'],
    [event.altKey && !altGr, 'Alt+'],
    [event.shiftKey, 'Shift+'],
  ] as const;
  return held.flatMap(([is, text]) => (is ? [text] : [])).join('');
}

/**
 * The text of what was pressed; null for a modifier alone, and for what is no key. Shift is part of it with letters and keys
 * that have a name; with signs it is not, for it made the sign.
 */
export function pressOf(event: KeyboardEvent): string | null {
  if (ALONE.has(event.key) || NOTHING.has(event.key)) return null;
  const name = nameOf(event);
  const sign = name.length === 1 && name.toLowerCase() === name.toUpperCase();
  const held = heldOf(event);
  return (sign ? held.replace('Shift+', '') : held) + name;
}

/** What is held and what is pressed of a key's text: `Ctrl++` is `Ctrl+` and `+`. */
export function partsOf(key: string): { held: string; name: string } {
  const held = MODIFIERS.exec(key)?.[0] ?? '';
  return { held, name: key.slice(held.length) };
}

const SHOWN: Record<string, string> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  Delete: 'Del',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
  '-': '−',
};

/** How a key is written on the screen: `Ctrl K`, on a Mac `⌘K`. */
export function shownKey(key: string): string {
  const { held, name } = partsOf(key);
  const shown = SHOWN[name] ?? name;
  if (!isMac()) return held.replace(/\+/g, ' ') + shown;
  const signs: Record<string, string> = { Ctrl: '⌘', Shift: '⇧', Alt: '⌥', Control: '⌃' };
  return held.replace(/(\w+)\+/g, (_, word: string) => signs[word] ?? word) + shown;
}

/** The same for `aria-keyshortcuts`. */
export function ariaKey(key: string): string {
  const { held, name } = partsOf(key);
  const spoken = name === '+' ? 'Plus' : name;
  return held.replace('Ctrl+', isMac() ? 'Meta+' : 'Control+') + spoken;
}
