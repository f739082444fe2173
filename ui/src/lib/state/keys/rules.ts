// Which key an action may be given, and what becomes of the user's own keys then. Nothing is saved here.
import { keyIn, type OwnKeys } from './bound';
import { actionOf, allActions, type ActionName, type KeyAction } from './catalog';
import { partsOf } from './press';

/** Why a key cannot be had: it moves through the window, belongs to the system, edits text, or zooms. */
export type KeyRefusal = 'moves' | 'system' | 'text' | 'zoom';

const MOVES = /^(Tab|Enter|Escape|Space|Backspace|Delete|Arrow\w+|Home|End|Page\w+)$/;
const SYSTEM =
  /^(F\d+|Print\w*|ContextMenu|Pause|Insert|ScrollLock|Audio\w+|Media\w+|Browser\w+|Launch\w+|Hangul\w*|Hanja\w*|Convert|NonConvert)$/;

export function refusalOf(key: string): KeyRefusal | null {
  const { held, name } = partsOf(key);
  if (/Alt\+|Meta\+|Control\+/.test(held) || SYSTEM.test(name)) return 'system';
  if (/^(Tab|Enter|Escape)$/.test(name)) return 'moves';
  if (held === '' && MOVES.test(name)) return 'moves';
  if (held === 'Shift+' && /^(Space|Backspace|Delete)$/.test(name)) return 'moves';
  if (!held.startsWith('Ctrl+')) return null;
  if (/^[CVXY]$/.test(name) || /^(Backspace|Delete|ArrowLeft|ArrowRight)$/.test(name)) return 'text';
  if (/^[+\-=0]$/.test(name)) return 'zoom';
  return /^[QWHM]$/.test(name) ? 'system' : null;
}

/** The other action that has a key now. */
export function holderOf(own: OwnKeys, key: string, except: ActionName): KeyAction | null {
  return allActions.find((action) => action.name !== except && keyIn(own, action) === key) ?? null;
}

/** The user's keys after `name` was given `key` (empty for none); what is as it comes is not kept. */
export function withKey(own: OwnKeys, name: ActionName, key: string): Record<string, string> {
  const kept = Object.entries(own).flatMap(([other, had]) =>
    other === name || had === undefined ? [] : [[other, had] as const],
  );
  const changed = key === actionOf(name).key ? [] : [[name, key] as const];
  return Object.fromEntries([...kept, ...changed]);
}
