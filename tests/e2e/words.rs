//! What the window calls things, in the language of a desk: from the very texts that the window shows.

const TEXTS: [&str; 2] = [include_str!("../../locales/en.ftl"), include_str!("../../locales/ko.ftl")];

/// The two languages, as `LANG` names them.
pub const LANGUAGES: [&str; 2] = ["en_US.UTF-8", "ko_KR.UTF-8"];

/// The texts of one language.
#[derive(Clone, Copy)]
pub struct Words(&'static str);

impl Words {
    pub fn of(language: &str) -> Self {
        Self(TEXTS[usize::from(language.starts_with("ko"))])
    }

    /// The text of an id with its values. Of a text that depends on a number it is the one for many.
    pub fn say(self, id: &str, values: &[(&str, &str)]) -> String {
        let start = format!("{id} =");
        let mut lines = self.0.lines().skip_while(|line| !line.starts_with(&start));
        let line = lines.next().unwrap_or_else(|| panic!("a text {id}"));
        let many = |line: &'static str| line.trim().strip_prefix("*[other]");
        let text = if line.trim_end().ends_with("->") {
            lines.find_map(many).unwrap_or_else(|| panic!("{id} of many"))
        } else {
            &line[start.len()..]
        };
        values.iter().fold(text.trim().to_owned(), |text, (name, value)| text.replace(&format!("{{ ${name} }}"), value))
    }

    pub fn get(self, id: &str) -> String {
        self.say(id, &[])
    }
}
