import { expect, it } from 'vitest';
import { tidyDate } from './dateText';

it('a date is understood however it is separated', () => {
  for (const typed of ['2026-12-31', '2026/12/31', '2026.12.31', '2026. 12. 31.', ' 20261231 ', '2026 12 31']) {
    expect(tidyDate(typed, false), typed).toBe('2026-12-31');
  }
  expect(tidyDate('2026-1-5', false), 'short numbers get their zero').toBe('2026-01-05');
});

it('a time belongs to a date only where it is asked for', () => {
  expect(tidyDate('2026.12.31 9:05', true), 'tidied').toBe('2026-12-31 09:05');
  expect(tidyDate('2026-12-31T14:30', true), 'as it is pasted from elsewhere').toBe('2026-12-31 14:30');
  expect(tidyDate('2026-12-31 14:30', false), 'left for the form to refuse').toBe('2026-12-31 14:30');
  expect(tidyDate('2026-12-31', true), 'a moment needs its time').toBe('2026-12-31');
});

it('what is no date stays as it was typed, so that it can be mended', () => {
  for (const typed of ['', 'soon', '31.12.2026', '12/31/2026', '2026-12']) {
    expect(tidyDate(typed, false), typed).toBe(typed);
  }
});
