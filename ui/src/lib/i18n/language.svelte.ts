// The texts of the window in the chosen language, by Project Fluent. Which language is chosen is decided by the settings
// (see `state/desk`); numbers, dates and money are not formatted here but in `lib/format`.
import { FluentBundle, FluentResource } from '@fluent/bundle';
import { safe } from './safe';

export type Language = 'en' | 'ko';
export type Args = Record<string, string | number>;

const sources: Record<Language, Record<string, string>> = {
  en: import.meta.glob<string>('../../../../locales/en.ftl', { query: '?raw', eager: true, import: 'default' }),
  ko: import.meta.glob<string>('../../../../locales/ko.ftl', { query: '?raw', eager: true, import: 'default' }),
};

function bundle(language: Language): FluentBundle {
  // Isolation is done per argument in `safe`, so that numbers and plain names stay free of invisible characters.
  const made = new FluentBundle(language, { useIsolating: false });
  for (const text of Object.values(sources[language])) made.addResource(new FluentResource(text));
  return made;
}

const bundles: Record<Language, FluentBundle> = { en: bundle('en'), ko: bundle('ko') };

class ChosenLanguage {
  current = $state<Language>('en');

  /** The locale for dates, numbers and money: the system's own region if it speaks the chosen language. */
  get locale(): string {
    const regional = globalThis.navigator?.languages?.find((tag) => tag.split('-')[0] === this.current);
    return regional ?? (this.current === 'ko' ? 'ko-KR' : 'en-US');
  }

  choose(language: Language): void {
    this.current = language;
    document.documentElement.lang = language;
  }
}

export const language = new ChosenLanguage();

/** The text `id` in every language, to be searched in. */
export function inAllLanguages(id: string): string[] {
  return Object.values(bundles).flatMap((spoken) => {
    const value = spoken.getMessage(id)?.value;
    return value ? [spoken.formatPattern(value, {}, [])] : [];
  });
}

/** The text `id` in the chosen language, in English if that lacks it. Reactive. */
export function t(id: string, args: Args = {}): string {
  const safeArgs: Args = {};
  for (const [name, value] of Object.entries(args)) safeArgs[name] = typeof value === 'string' ? safe(value) : value;
  for (const spoken of [bundles[language.current], bundles.en]) {
    const message = spoken.getMessage(id);
    if (message?.value) return spoken.formatPattern(message.value, safeArgs, []);
  }
  console.error(`the text ${id} is missing`);
  return id;
}
