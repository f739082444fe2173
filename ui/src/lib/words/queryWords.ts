// A filter of the query in words, for its chip; and what is wrong with a part that was not understood. The core says what a part
// is (field, value, problem); here it is only put into the user's language. What has no words is shown as it was typed.
import type { QueryPart, SearchField } from '$lib/api/generated';
import { calendarDate, calendarMonth, decimal } from '$lib/format';
import { language, t } from '$lib/i18n';
import { fieldLabels, flags, optionOf, options, wordOf, type ChosenField } from '$lib/query/options';
import { quoted, rawOf, valuesOf } from '$lib/query/queryText';
import { boundOf, lengthOf } from '$lib/query/ranges';

/** The country of an ISO code in words; what is no code, or none that is known, as it came. */
export function countryName(value: string): string {
  if (!/^[A-Za-z]{2}$/u.test(value)) return value;
  try {
    return (
      new Intl.DisplayNames(language.locale, { type: 'region', fallback: 'code' }).of(value.toUpperCase()) ?? value
    );
  } catch {
    return value;
  }
}

const isChosen = (field: SearchField): field is ChosenField => Object.hasOwn(options, field);

/** One value of a field in words. */
export function valueName(field: SearchField, value: string): string {
  if (isChosen(field)) {
    const option = optionOf(options[field], value);
    return option ? t(option.text) : value;
  }
  if (field === 'is') {
    const flag = optionOf(flags, value);
    return flag ? t(flag.text) : value;
  }
  if (field === 'country') return countryName(value);
  if (field === 'currency') return value.toUpperCase();
  if (field === 'value') return decimal(value);
  return pointName(value);
}

function pointName(value: string): string {
  const named: Record<string, string> = {
    today: t('chip-today'),
    yesterday: t('chip-yesterday'),
    tomorrow: t('chip-tomorrow'),
  };
  const word = wordOf(value);
  if (Object.hasOwn(named, word)) return named[word] ?? value;
  return /^\d{4}-\d{2}$/u.test(value) ? calendarMonth(value) : calendarDate(value);
}

function lengthName(text: string): string {
  const length = lengthOf(text);
  if (!length) return text;
  const { count, unit } = length;
  return unit === 'h'
    ? t('chip-hours', { count })
    : unit === 'w'
      ? t('chip-weeks', { count })
      : t('chip-days', { count });
}

const listed = (names: readonly string[]) => names.reduce((one, other) => t('chip-or', { one, other }));

function rangeText(field: SearchField, value: string): string | null {
  const label = t(fieldLabels[field]);
  const bound = boundOf(value);
  if (!bound) return null;
  const name = (text: string) => valueName(field, text);
  if (bound.sign === '..') {
    const { from, to } = bound;
    if (from === '') return t(field === 'value' ? 'chip-at-most' : 'chip-until', { field: label, value: name(to) });
    if (to === '') return t(field === 'value' ? 'chip-at-least' : 'chip-since', { field: label, value: name(from) });
    return t('chip-between', { field: label, from: name(from), until: name(to) });
  }
  if (field === 'value') {
    const texts = { '>': 'chip-over', '>=': 'chip-at-least', '<': 'chip-under', '<=': 'chip-at-most' } as const;
    return t(texts[bound.sign], { field: label, value: name(bound.to) });
  }
  if (lengthOf(bound.to)) {
    const within = bound.sign.startsWith('<');
    const past = field === 'received';
    const texts = past ? ['chip-past-within', 'chip-past-beyond'] : ['chip-next-within', 'chip-next-beyond'];
    return t(texts[within ? 0 : 1] ?? '', { field: label, length: lengthName(bound.to) });
  }
  const texts = { '>': 'chip-after', '>=': 'chip-since', '<': 'chip-before', '<=': 'chip-until' } as const;
  return t(texts[bound.sign], { field: label, value: name(bound.to) });
}

/** A filter in words: `Country: South Korea`, `Value over 10,000`, `Not contacted`. */
export function chipText(text: string, part: QueryPart): string {
  const { field, not } = part;
  if (field === null) return rawOf(text, part);
  const values = valuesOf(text, part);
  const label = t(fieldLabels[field]);
  const only = values.length === 1 ? (values[0] ?? '') : null;
  if (field === 'is' && only !== null) {
    const flag = optionOf(flags, only);
    if (flag) return t(not ? flag.not : flag.text);
  }
  const special: Record<string, [string, string]> = {
    none: ['chip-none', 'chip-set'],
    set: ['chip-set', 'chip-none'],
  };
  const word = only === null ? '' : wordOf(only);
  if (Object.hasOwn(special, word)) return t(special[word]?.[not ? 1 : 0] ?? '', { field: label });
  const whole =
    only === null
      ? null
      : field === 'followUp' && word === 'due'
        ? t('chip-due', { field: label })
        : rangeText(field, only);
  if (whole !== null) return not ? t('chip-not', { chip: whole }) : whole;
  const names = values.map((value) => valueName(field, value));
  const value = names.length === 0 ? part.value : listed(names);
  return t(not ? 'chip-is-not' : 'chip-is', { field: label, value });
}

/** The name before the colon of a part, as typed. */
export function typedName(text: string, part: QueryPart): string {
  return rawOf(text, part)
    .replace(/^-/u, '')
    .replace(/[:：].*$/su, '');
}

/** What is wrong with a part, in the user's words. */
export function problemSentence(text: string, part: QueryPart): string {
  const { problem, value } = part;
  const field = part.field === null ? typedName(text, part) : t(fieldLabels[part.field]);
  switch (problem?.kind) {
    case 'unknownField': {
      const name = typedName(text, part);
      if (problem.nearest === null) return t('query-unknown-field', { name });
      return t('query-unknown-field-nearest', { name, nearest: problem.nearest });
    }
    case 'noValue':
      return t('query-no-value', { field });
    case 'unknownValue':
      return t('query-unknown-value', { field, value });
    case 'notANumber':
      return t('query-not-a-number', { field, value });
    case 'notADate':
      return t('query-not-a-date', { field, value });
    case 'emptyRange':
      return t('query-empty-range', { field, value });
    case 'tooMany':
      return t('query-too-many', { value: rawOf(text, part) });
    case undefined:
      return '';
  }
}

export interface Correction {
  label: string;
  /** What the part is written as then. */
  written: string;
}

/** How a part can be mended by one click: another field's name, or one of the values that the field knows. */
export function corrections(text: string, part: QueryPart): Correction[] {
  const { problem, field } = part;
  const raw = rawOf(text, part);
  const colon = raw.search(/[:：]/u);
  if (problem?.kind === 'unknownField' && problem.nearest !== null) {
    const minus = raw.startsWith('-') ? '-' : '';
    return [{ label: problem.nearest, written: `${minus}${problem.nearest}${raw.slice(colon)}` }];
  }
  if (problem?.kind === 'unknownValue' && field !== null) {
    const name = raw.slice(0, colon + 1);
    const nearest = nearestFirst(problem.known, part.value);
    return nearest.slice(0, 3).map((value) => ({ label: valueName(field, value), written: name + quoted(value) }));
  }
  return [];
}

/** Those first that share the longest beginning with what was typed. */
function nearestFirst(known: readonly string[], typed: string): string[] {
  const shared = (one: string) => {
    let at = 0;
    while (at < one.length && one[at]?.toLowerCase() === typed[at]?.toLowerCase()) at++;
    return at;
  };
  return [...known].sort((one, other) => shared(other) - shared(one));
}
