//! When two company names may be one: without their legal forms, whatever their case and script, and nearly the same.
//!
//! It only hints: two names are compared where something else is the same already, see `duplicates`.

use unicode_normalization::UnicodeNormalization;

/// How much of the longer name, letter for letter, two names must have in common.
///
/// At 0.85 one slip is forgiven in a name of seven letters and two in fourteen. At 0.8 `삼성전자` and `삼성전기`, two companies
/// under one domain, would be one; at 0.9 `Contoso` and `Contosso` would be two.
const NEAR: f64 = 0.85;
/// No company name needs more to be told from another.
const LONGEST: usize = 80;
/// A name that begins another is only the same name if it says something: `LG` begins too many.
const SAYS_SOMETHING: usize = 4;

/// Legal forms as they stand after a name, or before it. The Korean, Japanese and Chinese ones also stand without a blank.
/// Put together by hand from the company laws of the countries that Partner Center's leads come from.
const FORMS: &[&str] = &[
    "inc",
    "incorporated",
    "llc",
    "llp",
    "lp",
    "ltd",
    "limited",
    "plc",
    "co",
    "company",
    "corp",
    "corporation",
    "pllc",
    "pc",
    "gmbh",
    "ag",
    "kg",
    "ohg",
    "ug",
    "ev",
    "eg",
    "mbh",
    "se",
    "sa",
    "sas",
    "sasu",
    "sarl",
    "eurl",
    "snc",
    "sl",
    "slu",
    "sau",
    "srl",
    "spa",
    "bv",
    "nv",
    "vof",
    "cv",
    "ab",
    "as",
    "asa",
    "aps",
    "oy",
    "oyj",
    "sro",
    "doo",
    "kft",
    "zrt",
    "nyrt",
    "spzoo",
    "ltda",
    "eireli",
    "me",
    "sapi",
    "pty",
    "pte",
    "pvt",
    "private",
    "sdn",
    "bhd",
    "pt",
    "tbk",
    "jsc",
    "ooo",
    "oao",
    "pjsc",
    "kk",
    "gk",
    "yk",
    "fze",
    "fzco",
    "wll",
];
const GLUED: &[&str] = &[
    "주식회사",
    "유한책임회사",
    "유한회사",
    "합자회사",
    "합명회사",
    "농업회사법인",
    "사회복지법인",
    "의료법인",
    "학교법인",
    "재단법인",
    "사단법인",
    "株式会社",
    "有限会社",
    "合同会社",
    "股份有限公司",
    "有限责任公司",
    "有限公司",
];
/// In brackets, as NFKC writes out `㈜` and `㈱`.
const IN_BRACKETS: &[&str] = &["(주)", "(유)", "(합)", "(재)", "(사)", "(株)", "(有)"];

/// The words that tell a company from another: small letters, no punctuation, no legal form. Empty only for an empty name.
pub fn core(name: &str) -> String {
    let mut text: String = name.nfkc().flat_map(char::to_lowercase).take(LONGEST * 2).collect();
    for form in IN_BRACKETS {
        if text.contains(form) {
            text = text.replace(form, " ");
        }
    }
    // `S.A.` and `O'Neil` are a word each, `Smith-Jones` is two.
    let words: Vec<String> = text
        .split(|c: char| !(c.is_alphanumeric() || c == '.' || c == '\'' || c == '’'))
        .map(|word| word.chars().filter(|c| c.is_alphanumeric()).collect::<String>())
        .filter(|word| !word.is_empty())
        .collect();
    let mut rest: Vec<&str> = words.iter().map(|word| unglued(word)).collect();
    rest.retain(|word| !word.is_empty());
    let form = |word: &&str| FORMS.contains(word);
    while rest.len() > 1 && rest.last().is_some_and(form) {
        rest.pop();
    }
    if rest.len() > 1 && (rest[0] == "the" || rest[0] == "pt") {
        rest.remove(0);
    }
    let kept = if rest.is_empty() { words.join(" ") } else { rest.join(" ") };
    kept.chars().take(LONGEST).collect()
}

/// A word without the legal forms that stand in it without a blank.
fn unglued(word: &str) -> &str {
    let mut word = word;
    for form in GLUED {
        word = word.strip_prefix(form).unwrap_or(word);
        word = word.strip_suffix(form).unwrap_or(word);
    }
    word
}

/// Whether two [`core`]s are nearly the same: letter for letter, or the one is how the other begins (`Fabrikam` and
/// `Fabrikam Residences`).
pub fn near(one: &str, other: &str) -> bool {
    if one.is_empty() || other.is_empty() {
        return false;
    }
    if one == other {
        return true;
    }
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let begins = long.strip_prefix(short).is_some_and(|rest| rest.starts_with(' '));
    let (one, other) = (letters(one), letters(other));
    if begins {
        return one.chars().count().min(other.chars().count()) >= SAYS_SOMETHING;
    }
    let longest = one.chars().count().max(other.chars().count());
    // A transposition is one slip, not two.
    let slips = strsim::osa_distance(&one, &other);
    #[expect(clippy::cast_precision_loss, reason = "names of some eighty letters")]
    let alike = 1.0 - slips as f64 / longest as f64;
    alike >= NEAR
}

/// Letter by letter: a Korean syllable is its two or three, since most slips are in one of them; accents are no letters.
fn letters(core: &str) -> String {
    core.nfd().filter(|c| *c != ' ' && !('\u{300}'..='\u{36f}').contains(c)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_legal_form_is_no_name() {
        let cases = [
            ("Fabrikam, Inc.", "fabrikam"),
            ("FABRIKAM INC", "fabrikam"),
            ("Contoso Co., Ltd.", "contoso"),
            ("Adatum S.A.", "adatum"),
            ("Tailspin GmbH & Co. KG", "tailspin"),
            ("The Phone Company", "phone"),
            ("㈜한빛소프트", "한빛소프트"),
            ("(주) 한빛소프트", "한빛소프트"),
            ("한빛소프트(주)", "한빛소프트"),
            ("주식회사 한빛소프트", "한빛소프트"),
            ("한빛소프트주식회사", "한빛소프트"),
            ("유한회사 푸른솔", "푸른솔"),
            ("ＡＣＭＥ　株式会社", "acme"),
            ("Société Générale SA", "société générale"),
            ("Inc.", "inc"),
            ("주식회사", "주식회사"),
            ("  ", ""),
        ];
        for (name, expected) in cases {
            assert_eq!(core(name), expected, "{name}");
        }
    }

    #[test]
    fn these_are_one_company() {
        let pairs = [
            ("Fabrikam, Inc.", "fabrikam"),
            ("Contoso Ltd.", "Contosso Limited"),
            ("Northwind Traders", "Norhtwind Traders"),
            ("Wide World Importers", "Wide World Importer"),
            ("Fabrikam", "Fabrikam Residences"),
            ("Café Fourth Coffee", "Cafe Fourth Coffee"),
            ("㈜한빛소프트", "한빛소프트 주식회사"),
            ("한빛소프트", "한빗소프트"),
            ("대한 물산", "대한물산"),
            ("삼성전자", "삼성전자 반도체부문"),
        ];
        for (one, other) in pairs {
            assert!(near(&core(one), &core(other)), "{one} and {other} are one");
            assert!(near(&core(other), &core(one)), "whichever comes first");
        }
    }

    #[test]
    fn these_are_two_companies() {
        let pairs = [
            ("Northwind Traders", "Northwind Toys"),
            ("Contoso Korea", "Contoso Japan"),
            ("Fabrikam", "Adatum"),
            ("LG", "LG Chem"),
            ("삼성전자", "삼성전기"),
            ("대한물산", "대한상사"),
            ("한빛소프트", "한울소프트"),
            ("서울상사", "서울산업"),
            ("", ""),
        ];
        for (one, other) in pairs {
            assert!(!near(&core(one), &core(other)), "{one} and {other} are two");
        }
    }

    #[test]
    fn a_name_without_end_costs_nothing() {
        let long = "㈜ﷺ".repeat(100_000);
        assert!(core(&long).chars().count() <= LONGEST, "what an attacker writes is cut");
    }
}
