//! Every text that a person reads is there in both languages, takes the same arguments in both, and is used.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;

type Messages = BTreeMap<String, BTreeSet<String>>;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Each message of a language with the arguments it takes.
fn messages(language: &str) -> Messages {
    let path = root().join("locales").join(format!("{language}.ftl"));
    let text = std::fs::read_to_string(&path).unwrap();
    let resource = parser::parse(text.as_str()).unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", path.display()));
    let mut messages = Messages::new();
    for entry in resource.body {
        let Entry::Message(message) = entry else { continue };
        let mut arguments = BTreeSet::new();
        let pattern = message.value.unwrap_or_else(|| panic!("{} has no text", message.id.name));
        collect(&pattern, &mut arguments);
        let twice = messages.insert(message.id.name.to_owned(), arguments);
        assert!(twice.is_none(), "{language}.ftl has {} twice", message.id.name);
    }
    messages
}

fn collect(pattern: &Pattern<&str>, arguments: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            match expression {
                Expression::Inline(inline) => collect_inline(inline, arguments),
                Expression::Select { selector, variants } => {
                    collect_inline(selector, arguments);
                    variants.iter().for_each(|variant| collect(&variant.value, arguments));
                }
            }
        }
    }
}

fn collect_inline(inline: &InlineExpression<&str>, arguments: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            arguments.insert(id.name.to_owned());
        }
        InlineExpression::FunctionReference { arguments: call, .. } => {
            call.positional.iter().for_each(|inline| collect_inline(inline, arguments));
        }
        InlineExpression::Placeable { expression } => match expression.as_ref() {
            Expression::Inline(inline) => collect_inline(inline, arguments),
            Expression::Select { .. } => {}
        },
        _ => {}
    }
}

/// Every text in quotes in the source of the window, the shell, the core and the terminal, tests left out.
fn quoted_in_source() -> BTreeSet<String> {
    let mut quoted = BTreeSet::new();
    let mut folders = ["ui/src", "src-tauri/src", "src-tauri/core/src", "src-tauri/cli/src"]
        .map(|folder| root().join(folder))
        .to_vec();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if path.is_dir() {
                folders.push(path);
            } else if [".ts", ".svelte", ".rs"].iter().any(|ending| name.ends_with(ending)) && !name.contains(".test.")
            {
                let text = std::fs::read_to_string(&path).unwrap();
                let parts = text.split(['\'', '"', '`']);
                quoted.extend(parts.filter(|part| is_id(part)).map(str::to_owned));
            }
        }
    }
    quoted
}

fn is_id(text: &str) -> bool {
    !text.is_empty()
        && text.len() < 80
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

#[test]
fn both_languages_have_the_same_texts_with_the_same_arguments() {
    let (english, korean) = (messages("en"), messages("ko"));
    let missing = |from: &Messages, other: &Messages| -> Vec<String> {
        from.keys().filter(|id| !other.contains_key(*id)).cloned().collect()
    };
    assert_eq!(missing(&english, &korean), [] as [String; 0], "texts that Korean lacks");
    assert_eq!(missing(&korean, &english), [] as [String; 0], "texts that English lacks");
    for (id, arguments) in &english {
        assert_eq!(Some(arguments), korean.get(id), "{id} takes the same arguments in both languages");
    }
}

#[test]
fn every_text_is_used() {
    let used = quoted_in_source();
    let unused: Vec<_> = messages("en").into_keys().filter(|id| !used.contains(id)).collect();
    assert_eq!(unused, [] as [String; 0], "texts that nobody shows");
}

#[test]
fn every_text_that_is_asked_for_is_there() {
    let there = messages("en");
    let mut missing = Vec::new();
    for (call, folder) in [("t('", "ui/src"), ("texts.text(\"", "src-tauri"), ("texts.format(\"", "src-tauri")] {
        let mut folders = vec![root().join(folder)];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                    continue;
                }
                let Ok(text) = std::fs::read_to_string(&path) else { continue };
                for (before, rest) in text.match_indices(call).map(|(at, _)| (&text[..at], &text[at + call.len()..])) {
                    let id = rest.split(['\'', '"']).next().unwrap_or_default();
                    // `t(` is a call of its own, not the end of another name such as `at(`.
                    let whole = call.starts_with("texts")
                        || !before.ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == '.');
                    if whole && is_id(id) && !there.contains_key(id) && !path.to_string_lossy().contains(".test.") {
                        missing.push(format!("{id} in {}", path.display()));
                    }
                }
            }
        }
    }
    assert_eq!(missing, [] as [String; 0], "texts that are asked for and not there");
}

#[test]
fn korean_is_written_in_korean() {
    let text = std::fs::read_to_string(root().join("locales/ko.ftl")).unwrap();
    let english = std::fs::read_to_string(root().join("locales/en.ftl")).unwrap();
    let line_of =
        |text: &str, id: &str| text.lines().find(|line| line.starts_with(&format!("{id} ="))).map(str::to_owned);
    let same: Vec<_> = messages("en")
        .into_keys()
        .filter(|id| line_of(&text, id).is_some_and(|line| Some(&line) == line_of(&english, id).as_ref()))
        .filter(|id| {
            let line = line_of(&text, id).unwrap();
            let value = line.split_once('=').unwrap().1;
            // Words of more than one letter outside of arguments: a left-over, unless it is a name.
            let outside: String = value.split(['{', '}']).step_by(2).collect();
            outside.split_whitespace().any(|word| word.len() > 1 && word.bytes().all(|b| b.is_ascii_lowercase()))
        })
        .collect();
    assert_eq!(same, [] as [String; 0], "texts that nobody translated");
}
