import { describe, expect, it } from 'vitest';
import { chooseFonts } from './fonts';

const chosen = (userAgent: string) => {
  const page = document.createElement('html');
  chooseFonts(page, userAgent);
  return page.dataset.fonts;
};

describe('the fonts', () => {
  it('are those that the system may have', () => {
    expect(chosen('Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/605.1.15'), 'a start looks for no others').toBe(
      'fontconfig',
    );
    expect(chosen('Mozilla/5.0 (Windows NT 10.0; Win64; x64) Edg/120.0'), 'Windows has its own').toBeUndefined();
    expect(chosen('Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)'), 'and so has macOS').toBeUndefined();
  });
});
