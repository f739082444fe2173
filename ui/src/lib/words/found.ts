// Whether short texts of the window are found by what someone types: word beginnings in Latin script, any part of a word in
// Korean, initial consonants, and a syllable that is still being written. Leads are searched by the core.

const INITIALS = [...'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ'];
const VOWELS = 'ㅏ ㅐ ㅑ ㅒ ㅓ ㅔ ㅕ ㅖ ㅗ ㅗㅏ ㅗㅐ ㅗㅣ ㅛ ㅜ ㅜㅓ ㅜㅔ ㅜㅣ ㅠ ㅡ ㅡㅣ ㅣ'.split(' ');
const FINALS =
  ' ㄱ ㄲ ㄱㅅ ㄴ ㄴㅈ ㄴㅎ ㄷ ㄹ ㄹㄱ ㄹㅁ ㄹㅂ ㄹㅅ ㄹㅌ ㄹㅍ ㄹㅎ ㅁ ㅂ ㅂㅅ ㅅ ㅆ ㅇ ㅈ ㅊ ㅋ ㅌ ㅍ ㅎ'.split(' ');
const SYLLABLES = 0xac00;
const OF_AN_INITIAL = 588;
const OF_A_VOWEL = 28;

/** Each sign as a function of its place among the syllables; what is no syllable stays. */
function spell(text: string, of: (place: number) => string): string {
  return [...text]
    .map((sign) => {
      const place = sign.charCodeAt(0) - SYLLABLES;
      return place >= 0 && place < INITIALS.length * OF_AN_INITIAL ? of(place) : sign;
    })
    .join('');
}

const initialOf = (place: number) => INITIALS[Math.floor(place / OF_AN_INITIAL)] ?? '';
const lettersOf = (place: number) =>
  initialOf(place) +
  (VOWELS[Math.floor((place % OF_AN_INITIAL) / OF_A_VOWEL)] ?? '') +
  (FINALS[place % OF_A_VOWEL] ?? '');

const plain = (text: string) => text.normalize('NFC').toLowerCase();

/** Whether every word of `query` is found in one of `texts`. An empty query finds everything. */
export function found(query: string, ...texts: readonly string[]): boolean {
  const searched = texts.map(plain);
  return plain(query)
    .split(/\s+/)
    .filter(Boolean)
    .every((word) => searched.some((text) => wordFound(word, text)));
}

function wordFound(word: string, text: string): boolean {
  if (/^[ㄱ-ㅎ]+$/.test(word) && spell(text, initialOf).includes(word)) return true;
  if (/[ㄱ-ㅣ가-힣]/.test(word)) return spell(text, lettersOf).includes(spell(word, lettersOf));
  return text.split(/[^\p{L}\p{N}]+/u).some((part) => part.startsWith(word));
}
