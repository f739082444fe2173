// Every action of the desk that a key can do: its name in the settings, its text, its group, and the key that it comes with.
// What an action does is not here: the feature that shows it registers that (`registry`).

export type ActionGroup = 'work' | 'list' | 'select' | 'leads' | 'window';

interface Described {
  name: string;
  group: ActionGroup;
  /** The id of its text. */
  text: string;
  /** The key that it comes with; empty for none. */
  key: string;
  /** Further keys, which stay as they are. */
  also?: readonly string[];
  /** Whether its key cannot be changed. */
  fixed?: true;
  /** Whether it goes on while the key is held. */
  repeats?: true;
  /** Whether it is meant even while someone types, by a key with Ctrl. */
  inText?: true;
  /** Whether its key is heard elsewhere: by the zoom. */
  elsewhere?: true;
}

export const actions = [
  { name: 'accept', group: 'work', text: 'key-accept', key: 'A' },
  { name: 'decline', group: 'work', text: 'key-decline', key: 'D' },
  { name: 'contacted', group: 'work', text: 'key-contacted', key: 'C' },
  { name: 'snooze', group: 'work', text: 'key-snooze', key: 'S' },
  { name: 'followUp', group: 'work', text: 'key-follow-up', key: 'U' },
  { name: 'favorite', group: 'work', text: 'key-favorite', key: 'F' },
  { name: 'edit', group: 'work', text: 'key-edit', key: 'E' },
  { name: 'won', group: 'work', text: 'key-won', key: 'W' },
  { name: 'lost', group: 'work', text: 'key-lost', key: 'L' },
  { name: 'addEmployee', group: 'work', text: 'key-add-employee', key: '' },
  { name: 'wake', group: 'work', text: 'key-wake', key: '' },
  { name: 'clearFollowUp', group: 'work', text: 'key-clear-follow-up', key: '' },
  { name: 'print', group: 'work', text: 'key-print', key: 'P' },
  { name: 'vcard', group: 'work', text: 'key-vcard', key: '' },
  { name: 'calendar', group: 'work', text: 'key-calendar', key: '' },
  // On the board only.
  { name: 'move', group: 'work', text: 'key-move', key: 'Shift+M' },

  { name: 'next', group: 'list', text: 'key-next', key: 'J', also: ['ArrowDown'], repeats: true },
  { name: 'previous', group: 'list', text: 'key-previous', key: 'K', also: ['ArrowUp'], repeats: true },
  { name: 'open', group: 'list', text: 'key-open', key: 'Enter', fixed: true },
  { name: 'search', group: 'list', text: 'key-search', key: '/', inText: true },
  { name: 'filter', group: 'list', text: 'key-filter', key: 'Shift+F' },
  { name: 'saveView', group: 'list', text: 'key-save-view', key: '' },
  { name: 'received', group: 'list', text: 'key-received', key: '1' },
  { name: 'accepted', group: 'list', text: 'key-accepted', key: '2' },
  { name: 'archived', group: 'list', text: 'key-archived', key: '3' },
  { name: 'marketplace', group: 'list', text: 'key-marketplace', key: '' },
  { name: 'qualified', group: 'list', text: 'key-qualified', key: '' },
  { name: 'favorites', group: 'list', text: 'key-favorites', key: '' },

  { name: 'select', group: 'select', text: 'key-select', key: 'X' },
  { name: 'selectMore', group: 'select', text: 'key-select-more', key: 'Shift+ArrowDown', repeats: true },
  { name: 'selectLess', group: 'select', text: 'key-select-less', key: 'Shift+ArrowUp', repeats: true },
  { name: 'selectAll', group: 'select', text: 'key-select-all', key: 'Ctrl+A' },
  { name: 'selectNone', group: 'select', text: 'key-select-none', key: 'Escape', fixed: true },
  { name: 'bulk', group: 'select', text: 'key-bulk', key: 'Shift+X' },
  { name: 'bulkDecline', group: 'select', text: 'key-bulk-decline', key: '' },
  { name: 'bulkContacted', group: 'select', text: 'key-bulk-contacted', key: '' },
  { name: 'bulkFavorite', group: 'select', text: 'key-bulk-favorite', key: '' },
  { name: 'bulkUnfavorite', group: 'select', text: 'key-bulk-unfavorite', key: '' },
  { name: 'bulkEmployee', group: 'select', text: 'key-bulk-employee', key: '' },
  { name: 'bulkCampaign', group: 'select', text: 'key-bulk-campaign', key: '' },

  { name: 'add', group: 'leads', text: 'key-add', key: 'N' },
  { name: 'import', group: 'leads', text: 'key-import', key: 'I' },
  { name: 'export', group: 'leads', text: 'key-export', key: 'O' },
  { name: 'duplicates', group: 'leads', text: 'key-duplicates', key: 'M' },
  { name: 'pastImports', group: 'leads', text: 'key-past-imports', key: '' },
  { name: 'outbox', group: 'leads', text: 'key-outbox', key: '' },
  { name: 'reminders', group: 'leads', text: 'key-reminders', key: '' },

  { name: 'palette', group: 'window', text: 'key-palette', key: 'Ctrl+K', inText: true },
  { name: 'overview', group: 'window', text: 'key-overview', key: '?' },
  { name: 'undo', group: 'window', text: 'key-undo', key: 'Ctrl+Z' },
  { name: 'board', group: 'window', text: 'key-board', key: 'B' },
  { name: 'sideBar', group: 'window', text: 'key-side-bar', key: 'V' },
  { name: 'settings', group: 'window', text: 'key-settings', key: 'Ctrl+,' },
  { name: 'zoomIn', group: 'window', text: 'key-zoom-in', key: 'Ctrl++', fixed: true, elsewhere: true },
  { name: 'zoomOut', group: 'window', text: 'key-zoom-out', key: 'Ctrl+-', fixed: true, elsewhere: true },
  { name: 'zoomReset', group: 'window', text: 'key-zoom-reset', key: 'Ctrl+0', fixed: true, elsewhere: true },
] as const satisfies readonly Described[];

export type ActionName = (typeof actions)[number]['name'];
export type KeyAction = Described & { name: ActionName };

export const groups: readonly { id: ActionGroup; text: string }[] = [
  { id: 'work', text: 'keys-group-work' },
  { id: 'list', text: 'keys-group-list' },
  { id: 'select', text: 'keys-group-select' },
  { id: 'leads', text: 'keys-group-leads' },
  { id: 'window', text: 'keys-group-window' },
];

export const allActions: readonly KeyAction[] = actions;
const byName = new Map<string, KeyAction>(allActions.map((action) => [action.name, action]));

export function actionOf(name: ActionName): KeyAction {
  const action = byName.get(name);
  if (!action) throw new Error(`no action is called ${name}`);
  return action;
}
