// Filters in words, in both languages, and what is said of those that are not understood.
import { describe, expect, it } from 'vitest';
import { partsOf } from '$lib/api/fake/queries';
import type { QueryPart } from '$lib/api/generated';
import { language } from '$lib/i18n';
import { chipText, corrections, problemSentence } from './queryWords';

const chips = (text: string) => partsOf(text).map((part) => chipText(text, part));
const said = (text: string) => partsOf(text).map((part) => problemSentence(text, part));

describe('a chip', () => {
  it('reads like a sentence', () => {
    expect(chips('country:KR value:>10000 -is:contacted received:<7d')).toEqual([
      'Country: South Korea',
      'Value over 10,000',
      'Not contacted',
      'Received in the last 7 days',
    ]);
    expect(chips('country:KR,DE -type:sales value:10..20 respond:<24h purchase:none followup:due')).toEqual([
      'Country: South Korea or Germany',
      'Type: not Sales qualified',
      'Value from 10 to 20',
      'Respond by within 24 hours',
      'Purchase date: none',
      'Follow-up: due',
    ]);
    expect(chips('received:2026-11 received:>=2026-11-20 -purchase:<30d reason:1')).toEqual([
      'Received: November 2026',
      'Received from Nov 20, 2026 on',
      'Not: Purchase date within 30 days',
      'Decline reason: Project budget is not adequate',
    ]);
  });

  it('reads so in Korean too', () => {
    language.choose('ko');
    expect(chips('country:KR value:>10000 -is:contacted received:<7d')).toEqual([
      '국가: 대한민국',
      '금액 10,000 초과',
      '연락 안 함',
      '받은 시각 최근 7일',
    ]);
  });

  it('shows what it has no words for as it was typed', () => {
    const part: QueryPart = { from: 0, until: 14, field: 'type', not: false, value: 'qualified', problem: null };
    expect(chipText('type:qualified', part)).toBe('Type: qualified');
    expect(chips('country:Atlantis')).toEqual(['Country: Atlantis']);
  });
});

describe('what is not understood', () => {
  it('is told in the user’s words, with a way to mend it where there is one', () => {
    expect(said('cuntry:KR xyz:1 value:lots country:')).toEqual([
      'There is no filter “cuntry”. Did you mean “country”?',
      'There is no filter “xyz”.',
      'Value: “lots” is not a number.',
      'Country: nothing chosen yet',
    ]);
    const text = '-cuntry:"New Zealand" type:inqury';
    const [unknown, value] = partsOf(text);
    if (!unknown || !value) throw new Error('both parts are there');
    expect(corrections(text, unknown), 'what was typed behind the colon stays').toEqual([
      { label: 'country', written: '-country:"New Zealand"' },
    ]);
    expect(corrections(text, value)[0], 'the value that begins most alike comes first').toEqual({
      label: 'Customer inquiry',
      written: 'type:inquiry',
    });
  });
});
