// The pages of the settings and what they are called, also for whoever leads to one.

export const settingsPages = [
  { id: 'general', text: 'settings-general' },
  { id: 'alarm', text: 'settings-alarm' },
  { id: 'import', text: 'settings-import' },
  { id: 'keys', text: 'settings-keys' },
] as const;

export type SettingsPageName = (typeof settingsPages)[number]['id'];
