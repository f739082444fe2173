//! The elements of a JSON text, one after the other, whatever surrounds them: a list reply, a bare list, one object, several of
//! them joined or one a line.
//!
//! Only where an element begins and ends is found here, with commas that a person forgot or left over forgiven; what is wrong
//! inside of one, its reader says. A head before the text, as of an HTTP reply that was saved whole, is passed over.

use super::encoding::Text;
use super::report::FileProblem;

/// The longest element, in bytes of UTF-8. In memory it may take many times as much.
pub(super) const MAX_ELEMENT: usize = 8 * 1024 * 1024;
/// Deeper than any lead, and as deep as the parser goes.
const MAX_DEPTH: usize = 128;
/// The keys under which lists of leads are: of Partner Center, Salesforce and Hearth.
const LISTS: [&str; 3] = ["value", "records", "leads"];
/// Keys of an object that is a lead, so that a list in it is its own.
const OF_LEADS: [&str; 5] = ["customerProfile", "engagementId", "qualification", "createdDateTime", "attributes"];

/// An element as it stands in the text.
#[derive(Debug, Default)]
pub(super) struct Element {
    pub text: Vec<u8>,
    /// Where it begins, from 1; the column in characters.
    pub line: u32,
    pub column: u32,
    pub too_long: bool,
    /// Whether it stands in a list, and under which key.
    pub list: Option<&'static str>,
    pub in_list: bool,
}

enum State {
    Top,
    /// In a list; the bytes before it if it is that of an object.
    List {
        key: Option<&'static str>,
    },
    /// After the list of an object.
    AfterList,
}

pub(super) struct Elements {
    text: Text,
    piece: Vec<u8>,
    at: usize,
    line: u32,
    column: u32,
    state: State,
    lists: u32,
    version: Option<u32>,
}

impl Elements {
    pub fn new(text: Text) -> Self {
        Self { text, piece: Vec::new(), at: 0, line: 1, column: 1, state: State::Top, lists: 0, version: None }
    }

    pub fn bytes_read(&self) -> u64 {
        self.text.bytes_read()
    }

    /// How many lists there were so far, empty ones too.
    pub fn lists(&self) -> u32 {
        self.lists
    }

    /// The version of Hearth's own shape, if it is one.
    pub fn version(&self) -> Option<u32> {
        self.version
    }

    fn peek(&mut self) -> Result<Option<u8>, FileProblem> {
        if self.at == self.piece.len() {
            self.piece.clear();
            self.at = 0;
            self.text.fill(&mut self.piece)?;
        }
        Ok(self.piece.get(self.at).copied())
    }

    fn take(&mut self) {
        match self.piece.get(self.at) {
            Some(b'\n') => (self.line, self.column) = (self.line.saturating_add(1), 1),
            // Only the first byte of a letter counts.
            Some(byte) if byte & 0xc0 != 0x80 => self.column = self.column.saturating_add(1),
            _ => {}
        }
        self.at += 1;
    }

    fn bad(&self) -> FileProblem {
        FileProblem::BadJson { line: self.line, column: self.column }
    }

    fn cut_off(&self) -> FileProblem {
        FileProblem::CutOff { line: self.line }
    }

    /// Passes over blanks, NBSP, NUL, the byte order mark, and commas where `commas`.
    fn blanks(&mut self, commas: bool) -> Result<Option<u8>, FileProblem> {
        while let Some(byte) = self.peek()? {
            let nbsp = matches!(byte, 0xc2 | 0xa0 | 0xef | 0xbb | 0xbf);
            if !(byte.is_ascii_whitespace() || byte == 0 || nbsp || (commas && byte == b',')) {
                return Ok(Some(byte));
            }
            self.take();
        }
        Ok(None)
    }

    /// Passes over the head of a saved HTTP reply: all lines before the one that begins a JSON text.
    pub fn skip_head(&mut self) -> Result<(), FileProblem> {
        loop {
            match self.blanks(false)? {
                None | Some(b'{' | b'[') => return Ok(()),
                Some(_) => {
                    while self.peek()?.is_some_and(|byte| byte != b'\n') {
                        self.take();
                    }
                }
            }
        }
    }

    /// The next element; `None` at the end.
    pub fn next(&mut self, element: &mut Element) -> Result<bool, FileProblem> {
        loop {
            match self.state {
                State::Top => match self.blanks(true)? {
                    None => return Ok(false),
                    Some(b'[') => {
                        self.take();
                        self.lists += 1;
                        self.state = State::List { key: None };
                    }
                    Some(b'{') => {
                        if self.object(element)? {
                            return Ok(true);
                        }
                    }
                    Some(_) => {
                        self.begin(element);
                        self.value(element)?;
                        return Ok(true);
                    }
                },
                State::List { key } => match self.blanks(true)? {
                    None => return Err(self.cut_off()),
                    Some(b']') => {
                        self.take();
                        self.state = if key.is_some() { State::AfterList } else { State::Top };
                    }
                    Some(_) => {
                        self.begin(element);
                        (element.list, element.in_list) = (key, true);
                        self.value(element)?;
                        return Ok(true);
                    }
                },
                State::AfterList => {
                    let mut rest = Element::default();
                    match self.blanks(true)? {
                        None => return Err(self.cut_off()),
                        Some(b'}') => {
                            self.take();
                            self.state = State::Top;
                        }
                        Some(b':') => self.take(),
                        Some(_) => self.value(&mut rest)?,
                    }
                }
            }
        }
    }

    fn begin(&self, element: &mut Element) {
        element.text.clear();
        (element.line, element.column) = (self.line, self.column);
        (element.too_long, element.list, element.in_list) = (false, None, false);
    }

    /// An object at the top: an element, or, when false, the beginning of a list in it.
    fn object(&mut self, element: &mut Element) -> Result<bool, FileProblem> {
        self.begin(element);
        self.push(element);
        // Noted key by key: looking through the whole of a long object at each of its lists would take for ever.
        let mut lead = false;
        loop {
            self.spaces(element)?;
            match self.peek()? {
                None => return Err(self.cut_off()),
                Some(b'}') => {
                    self.push(element);
                    return Ok(true);
                }
                Some(b',' | b':') => self.push(element),
                Some(b'"') => {
                    let start = element.text.len();
                    self.value(element)?;
                    let key = element.text.get(start..).map(|key| String::from_utf8_lossy(key).into_owned());
                    self.spaces(element)?;
                    if self.peek()? != Some(b':') {
                        continue;
                    }
                    self.push(element);
                    self.spaces(element)?;
                    let key = key.unwrap_or_default();
                    let key = key.trim_matches('"');
                    lead |= OF_LEADS.contains(&key);
                    let list = LISTS.into_iter().find(|list| key == *list);
                    match (list, self.peek()?) {
                        (Some(list), Some(b'[')) if !lead => {
                            self.take();
                            self.lists += 1;
                            self.state = State::List { key: Some(list) };
                            self.version = self.version.or_else(|| hearth_version(&element.text));
                            return Ok(false);
                        }
                        (_, None) => return Err(self.cut_off()),
                        (_, Some(b',' | b'}')) => {}
                        _ => self.value(element)?,
                    }
                }
                Some(_) => self.value(element)?,
            }
        }
    }

    /// Blanks inside an object at the top.
    fn spaces(&mut self, element: &mut Element) -> Result<(), FileProblem> {
        while self.peek()?.is_some_and(|b| b.is_ascii_whitespace() || matches!(b, 0xc2 | 0xa0)) {
            self.push(element);
        }
        Ok(())
    }

    fn push(&mut self, element: &mut Element) {
        if element.text.len() >= MAX_ELEMENT {
            element.too_long = true;
        } else if let Some(byte) = self.piece.get(self.at) {
            element.text.push(*byte);
        }
        self.take();
    }

    /// Puts one value after what is in `element`.
    fn value(&mut self, element: &mut Element) -> Result<(), FileProblem> {
        let (mut depth, mut begun) = (0_usize, false);
        loop {
            let Some(byte) = self.peek()? else {
                // A word or a number may end with the text.
                return if depth == 0 && begun && !self.in_list() { Ok(()) } else { Err(self.cut_off()) };
            };
            match byte {
                b'"' => {
                    if depth == 0 && begun {
                        return Ok(());
                    }
                    self.string(element)?;
                    if depth == 0 {
                        return Ok(());
                    }
                }
                b'{' | b'[' => {
                    if depth == 0 && begun {
                        return Ok(());
                    }
                    depth += 1;
                    if depth > MAX_DEPTH {
                        return Err(self.bad());
                    }
                    self.push(element);
                }
                b'}' | b']' if depth == 0 => {
                    return if begun { Ok(()) } else { Err(self.bad()) };
                }
                b'}' | b']' => {
                    self.push(element);
                    depth -= 1;
                    if depth == 0 {
                        return Ok(());
                    }
                }
                b',' | b':' if depth == 0 => {
                    return if begun { Ok(()) } else { Err(self.bad()) };
                }
                byte if depth == 0 && byte.is_ascii_whitespace() => return Ok(()),
                _ => self.push(element),
            }
            begun = true;
        }
    }

    fn in_list(&self) -> bool {
        !matches!(self.state, State::Top)
    }

    fn string(&mut self, element: &mut Element) -> Result<(), FileProblem> {
        self.push(element);
        loop {
            match self.peek()? {
                None => return Err(self.cut_off()),
                // No string of JSON has a line break: a quote is missing.
                Some(b'\n') => return Err(self.bad()),
                Some(b'"') => {
                    self.push(element);
                    return Ok(());
                }
                Some(b'\\') => {
                    self.push(element);
                    if self.peek()?.is_none() {
                        return Err(self.cut_off());
                    }
                    self.push(element);
                }
                Some(_) => self.push(element),
            }
        }
    }
}

/// The number after the key `hearth`.
fn hearth_version(text: &[u8]) -> Option<u32> {
    let text = String::from_utf8_lossy(text);
    let (_, rest) = text.split_once("\"hearth\"")?;
    let digits = rest.trim_start().strip_prefix(':')?.trim_start();
    digits.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()
}
