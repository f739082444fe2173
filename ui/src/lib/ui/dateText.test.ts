import { expect, it } from 'vitest';
import { tidyDate, tidyTime } from './dateText';

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

it('a time of day is understood as people write it', () => {
  for (const typed of ['9:30', '09:30', '930', '0930', '9.30', '9:30 am', '오전 9시 30분', '오전 9:30']) {
    expect(tidyTime(typed), typed).toBe('09:30');
  }
  for (const typed of ['21', '21:00', '2100', '9pm', '9 p.m.', '오후 9시', '21시']) {
    expect(tidyTime(typed), typed).toBe('21:00');
  }
  expect(tidyTime('12 am'), 'midnight').toBe('00:00');
  expect(tidyTime('오후 12:15'), 'noon is in the afternoon').toBe('12:15');
  for (const typed of ['', '25:00', '9:75', '13 pm', '0 am', 'noon', '12345']) {
    expect(tidyTime(typed), `"${typed}" is left for the form to refuse`).toBe(typed);
  }
});
