import { describe, expect, it } from 'vitest';
import { safe } from './safe';
import { t } from './index';

const files = import.meta.glob<string>('../../../../locales/*.ftl', { query: '?raw', eager: true, import: 'default' });

function ids(language: string): string[] {
  const texts = Object.entries(files).filter(([path]) => path.split('/').pop()?.startsWith(language));
  return texts.flatMap(([, text]) => [...text.matchAll(/^([a-z0-9-]+) =/gm)].map((match) => match[1] ?? '')).sort();
}

describe('the texts', () => {
  it('are the same in both languages, each once', () => {
    expect(ids('ko'), 'a text missing in one language').toEqual(ids('en'));
    expect(new Set(ids('en')).size, 'a text written twice').toBe(ids('en').length);
  });

  it('take a foreign name that cannot turn the words around it', () => {
    expect(t('error-system-refused', { detail: '\u202eevil' }), 'the override is gone').toBe(
      'The system refused: evil',
    );
    expect(safe('שלום'), 'a right-to-left name is isolated').toBe('\u2068שלום\u2069');
    expect(safe('대한민국물산'), 'others stay as they are').toBe('대한민국물산');
  });
});
