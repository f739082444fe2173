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

const bundles: Partial<Record<Language, FluentBundle>> = {};

/** The texts of a language, read when the first of them is needed. */
function spoken(language: Language): FluentBundle {
  return (bundles[language] ??= bundle(language));
}

/** The language of the system, as the web view tells it: until the settings are known. */
const ofTheSystem: Language = globalThis.navigator?.language?.split('-')[0] === 'ko' ? 'ko' : 'en';

class ChosenLanguage {
  current = $state<Language>(ofTheSystem);

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
  const languages: Language[] = ['en', 'ko'];
  return languages.flatMap((language) => {
    const texts = spoken(language);
    const value = texts.getMessage(id)?.value;
    return value ? [texts.formatPattern(value, {}, [])] : [];
  });
}

/** The text `id` in the chosen language, in English if that lacks it. Reactive. */
export function t(id: string, args: Args = {}): string {
  const safeArgs: Args = {};
  for (const [name, value] of Object.entries(args)) safeArgs[name] = typeof value === 'string' ? safe(value) : value;
  for (const tried of [language.current, 'en'] as const) {
    const message = spoken(tried).getMessage(id);
    if (message?.value) return spoken(tried).formatPattern(message.value, safeArgs, []);
  }
  console.error(`the text ${id} is missing`);
  return id;
}
