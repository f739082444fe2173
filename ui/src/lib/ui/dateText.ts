// Dates as a person types them, brought into the one way they are written: `2026-12-31`, with a time `2026-12-31 14:30`.
// And times of day, into `14:30`. Whether such a day exists, and may be meant, is not decided here.

const day = /^(\d{4})[-./\s]+(\d{1,2})[-./\s]+(\d{1,2})\.?/;
const dayOfDigits = /^(\d{4})(\d{2})(\d{2})/;
const time = /^[T\s]*(\d{1,2}):(\d{2})$/i;
const two = (digits = '') => digits.padStart(2, '0');

/** `2026. 12. 31.`, `2026/12/31` and `20261231` as `2026-12-31`; what is no such text is left as it was typed. */
export function tidyDate(typed: string, withTime: boolean): string {
  const text = typed.trim();
  const found = dayOfDigits.exec(text) ?? day.exec(text);
  if (!found) return text;
  const date = `${found[1]}-${two(found[2])}-${two(found[3])}`;
  const rest = text.slice(found[0].length);
  if (!withTime) return rest === '' ? date : text;
  const at = time.exec(rest);
  return at ? `${date} ${two(at[1])}:${at[2]}` : text;
}

const timeOfDay =
  /^(am|pm|오전|오후)?\s*(\d{1,2})(?:(\d{2})|(?:[:.시h]\s*(\d{1,2})?)\s*분?)?\s*(am|pm|a\.m\.|p\.m\.)?$/i;

/** `9`, `930`, `9:30 pm` and `오후 9시 30분` as `09:00`, `09:30`, `21:30`; what is no time is left as it was typed. */
export function tidyTime(typed: string): string {
  const text = typed.trim();
  const found = timeOfDay.exec(text);
  if (!found) return text;
  const half = (found[1] ?? found[5] ?? '').toLowerCase().replaceAll('.', '');
  const minute = Number(found[3] ?? found[4] ?? 0);
  let hour = Number(found[2]);
  if (half !== '' && (hour < 1 || hour > 12)) return text;
  if (half === 'pm' || half === '오후') hour = (hour % 12) + 12;
  else if (half !== '') hour %= 12;
  return hour > 23 || minute > 59 ? text : `${two(String(hour))}:${two(String(minute))}`;
}
