//! Korean letters: what a syllable begins with, and which syllables a half-typed one may yet become.

/// What a syllable can begin with, in the order of Unicode's syllables.
const INITIALS: [char; 19] =
    ['ㄱ', 'ㄲ', 'ㄴ', 'ㄷ', 'ㄸ', 'ㄹ', 'ㅁ', 'ㅂ', 'ㅃ', 'ㅅ', 'ㅆ', 'ㅇ', 'ㅈ', 'ㅉ', 'ㅊ', 'ㅋ', 'ㅌ', 'ㅍ', 'ㅎ'];
const FIRST: u32 = 0xAC00;
const LAST: u32 = 0xD7A3;
/// So many syllables begin with the same consonant.
const PER_INITIAL: u32 = 588;
/// So many have the same beginning and vowel: without a final consonant, and with each of the 27.
const PER_VOWEL: u32 = 28;

/// Two consonants that some keyboards join while initial consonants are typed.
const CLUSTERS: [(char, [char; 2]); 11] = [
    ('ㄳ', ['ㄱ', 'ㅅ']),
    ('ㄵ', ['ㄴ', 'ㅈ']),
    ('ㄶ', ['ㄴ', 'ㅎ']),
    ('ㄺ', ['ㄹ', 'ㄱ']),
    ('ㄻ', ['ㄹ', 'ㅁ']),
    ('ㄼ', ['ㄹ', 'ㅂ']),
    ('ㄽ', ['ㄹ', 'ㅅ']),
    ('ㄾ', ['ㄹ', 'ㅌ']),
    ('ㄿ', ['ㄹ', 'ㅍ']),
    ('ㅀ', ['ㄹ', 'ㅎ']),
    ('ㅄ', ['ㅂ', 'ㅅ']),
];

/// Whether `c` is a whole syllable.
pub fn is_syllable(c: char) -> bool {
    (FIRST..=LAST).contains(&u32::from(c))
}

/// Whether `c` is a consonant by itself that a syllable can begin with.
pub fn is_consonant(c: char) -> bool {
    ('ㄱ'..='ㅎ').contains(&c) && INITIALS.contains(&c)
}

/// What `c` stands for among initial consonants: a syllable for its own, a consonant for itself.
pub fn initial(c: char) -> Option<char> {
    if is_syllable(c) {
        return INITIALS.get(((u32::from(c) - FIRST) / PER_INITIAL) as usize).copied();
    }
    is_consonant(c).then_some(c)
}

/// The first and the last of the syllables that `c` may yet become: itself and itself with a final consonant.
pub fn with_any_final(c: char) -> Option<(char, char)> {
    let open = is_syllable(c) && (u32::from(c) - FIRST).is_multiple_of(PER_VOWEL);
    Some((c, char::from_u32(u32::from(c) + PER_VOWEL - 1).filter(|_| open)?))
}

/// The first and the last syllable that begin with `consonant`.
pub fn beginning_with(consonant: char) -> Option<(char, char)> {
    let place = u32::try_from(INITIALS.iter().position(|c| *c == consonant)?).ok()?;
    let first = FIRST + place * PER_INITIAL;
    Some((char::from_u32(first)?, char::from_u32(first + PER_INITIAL - 1)?))
}

/// A letter that is not a syllable, as it is searched: joined consonants as two, conjoining ones as the plain ones.
pub fn plain(c: char) -> (char, Option<char>) {
    if let Some((_, [first, second])) = CLUSTERS.iter().find(|(joined, _)| *joined == c) {
        return (*first, Some(*second));
    }
    match u32::from(c).checked_sub(0x1100).and_then(|place| INITIALS.get(place as usize)) {
        Some(initial) => (*initial, None),
        None => (c, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_syllable_knows_its_beginning_and_what_it_may_become() {
        let initials: String = "대한민국".chars().filter_map(initial).collect();
        assert_eq!(initials, "ㄷㅎㅁㄱ", "as it is typed in short");
        assert_eq!(with_any_final('구'), Some(('구', '궇')), "국 is between them");
        assert_eq!(with_any_final('국'), None, "it has its final consonant");
        assert_eq!(beginning_with('ㅁ'), Some(('마', '밓')), "민 is between them");
        assert_eq!(beginning_with('ㅎ'), Some(('하', '힣')), "the last of all");
    }

    #[test]
    fn consonants_are_the_same_however_a_keyboard_writes_them() {
        assert_eq!(plain('ㄳ'), ('ㄱ', Some('ㅅ')), "joined by the keyboard");
        assert_eq!(plain('\u{1112}'), ('ㅎ', None), "a conjoining one");
        assert_eq!(plain('ㄲ'), ('ㄲ', None), "a double consonant is one");
        assert!(!is_consonant('ㅏ') && !is_consonant('ㄳ'), "no syllable begins with these");
    }
}
