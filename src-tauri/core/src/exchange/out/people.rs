//! The people of a lead as other programs want them: a first and a last name each.

use crate::domain::lead::{Contact, Lead};
use crate::domain::text::whole_name;

/// What stands for a required name that nobody told, in Salesforce's own words; the reader takes it for nothing.
pub const NOT_PROVIDED: &str = "[not provided]";

/// Whom a lead without contacts has.
pub static NOBODY: Contact =
    Contact { name: String::new(), given_name: None, family_name: None, title: None, email: None, phone: None };

/// The contact that a format with one contact holds.
pub fn first_contact(lead: &Lead) -> Option<&Contact> {
    lead.contacts.first()
}

/// A contact's first and last name. Without those told, the whole name is the last: where it could be parted is a guess.
pub fn names(contact: &Contact) -> (&str, &str) {
    let (given, family) = (contact.given_name.as_deref(), contact.family_name.as_deref());
    match (given, family) {
        (given, Some(family)) if !family.is_empty() => (given.unwrap_or_default(), family),
        _ => ("", contact.name.as_str()),
    }
}

/// A whole name as first and last name, where putting them together gives the same name again; else all of it as the first.
pub fn parted(name: &str) -> (String, String) {
    let name = name.replace(',', " ");
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let at_last_blank = name.rsplit_once(' ').map(|(given, family)| (given.to_owned(), family.to_owned()));
    let after_first_letter = name.char_indices().nth(1).map(|(at, _)| (name[at..].to_owned(), name[..at].to_owned()));
    [at_last_blank, after_first_letter]
        .into_iter()
        .flatten()
        .find(|(given, family)| whole_name(Some(given), Some(family)) == name)
        .unwrap_or((name, String::new()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_parted_only_where_it_goes_together_again() {
        let parts = |name| {
            let (given, family) = parted(name);
            format!("{given}|{family}")
        };
        assert_eq!(parts("Mary Ann Smith"), "Mary Ann|Smith", "the last word is the family name");
        assert_eq!(parts("김민지"), "민지|김", "the first syllable is");
        assert_eq!(parts("Prince"), "Prince|", "one word is one name");
        assert_eq!(parts("Smith, Sue"), "Smith|Sue", "a comma would make another part of it");
    }
}
