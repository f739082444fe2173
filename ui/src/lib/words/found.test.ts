import { describe, expect, it } from 'vitest';
import { found } from './found';

describe('what someone types finds a text', () => {
  it('by word beginnings, every word in any of the texts', () => {
    expect(found('acc le', 'Accept the lead'), 'two beginnings').toBe(true);
    expect(found('cept', 'Accept the lead'), 'the middle of a Latin word is noise').toBe(false);
    expect(found('수락 acc', 'Accept the lead', '잠재 고객 수락'), 'each in its own language').toBe(true);
    expect(found('accept won', 'Accept the lead'), 'all are required').toBe(false);
    expect(found('  ', 'Accept'), 'nothing typed hides nothing').toBe(true);
  });

  it('in Korean anywhere in a word, by initial consonants, and while a syllable is being written', () => {
    for (const typed of ['수락', '락', 'ㅅㄹ', '술', '수라', 'ㅅ']) {
      expect(found(typed, '잠재 고객 수락'), `${typed} finds 수락`).toBe(true);
    }
    expect(found('괄', '과목'), 'a final that is there is needed').toBe(false);
    expect(found('고', '과목'), 'a vowel that is still being put together').toBe(true);
    expect(found('수락'.normalize('NFD'), '수락'), 'however it is composed').toBe(true);
  });
});
