//! A row as it came: the object of a JSON file, or the cells of a table under their headings.
//!
//! A row of a table is an object of heading to cell to whoever reads it, but is not made one before somebody does: most rows are
//! looked at once and thrown away.

use std::sync::Arc;

use serde::{Serialize, Serializer};
use serde_json::{Map, Value};

use super::failed::is_reason;

/// A row as its file has it, whole.
#[derive(Clone, Debug, PartialEq)]
pub enum Raw {
    Object(Value),
    Cells(RowCells),
}

/// The cells of a row, as many as there are headings, of which no two are alike.
#[derive(Clone, Debug, PartialEq)]
pub struct RowCells {
    headings: Arc<Vec<String>>,
    text: String,
    ends: Vec<u32>,
}

impl RowCells {
    pub(super) fn new<'a>(headings: Arc<Vec<String>>, cells: impl Iterator<Item = &'a str> + Clone) -> Self {
        let mut text = String::with_capacity(cells.clone().map(str::len).sum());
        let mut ends = Vec::with_capacity(headings.len());
        for cell in cells {
            text.push_str(cell);
            ends.push(u32::try_from(text.len()).unwrap_or(u32::MAX));
        }
        Self { headings, text, ends }
    }

    /// Shared by the rows of a table.
    pub fn headings(&self) -> &Arc<Vec<String>> {
        &self.headings
    }

    pub fn cells(&self) -> impl Iterator<Item = &str> + Clone {
        let begins = std::iter::once(0).chain(self.ends.iter().copied());
        begins.zip(&self.ends).map(|(from, until)| self.text.get(from as usize..*until as usize).unwrap_or_default())
    }

    fn fields(&self) -> impl Iterator<Item = (&String, &str)> + Clone {
        self.headings.iter().zip(self.cells())
    }
}

impl Raw {
    /// The object as JSON, its keys in the file's order.
    pub fn to_text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    pub fn into_value(self) -> Value {
        match self {
            Self::Object(value) => value,
            Self::Cells(cells) => {
                let fields = cells.fields().map(|(heading, cell)| (heading.clone(), Value::String(cell.to_owned())));
                Value::Object(fields.collect::<Map<_, _>>())
            }
        }
    }

    /// Takes the reason of an earlier import out of the row.
    pub fn without_reason(&mut self) {
        match self {
            Self::Object(value) => super::failed::without_reason(value),
            Self::Cells(cells) => {
                if cells.headings.iter().any(|heading| is_reason(heading)) {
                    let headings = cells.headings.iter().filter(|heading| !is_reason(heading)).cloned().collect();
                    let kept = cells.fields().filter(|(heading, _)| !is_reason(heading)).map(|(_, cell)| cell);
                    *cells = RowCells::new(Arc::new(headings), kept);
                }
            }
        }
    }

    /// How many bytes its texts have, about.
    pub fn weight(&self) -> usize {
        match self {
            Self::Object(value) => texts_of(value),
            Self::Cells(cells) => cells.text.len() + 4 * cells.ends.len(),
        }
    }
}

impl Serialize for Raw {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Object(value) => value.serialize(serializer),
            Self::Cells(cells) => serializer.collect_map(cells.fields()),
        }
    }
}

/// How many bytes the texts of an object have.
fn texts_of(value: &Value) -> usize {
    match value {
        Value::String(text) => text.len(),
        Value::Array(list) => list.iter().map(texts_of).sum(),
        Value::Object(fields) => fields.iter().map(|(name, value)| name.len() + texts_of(value)).sum(),
        Value::Null | Value::Bool(_) | Value::Number(_) => 8,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn raw(row: &[(&str, &str)]) -> Raw {
        let headings = row.iter().map(|(heading, _)| (*heading).to_owned()).collect();
        Raw::Cells(RowCells::new(Arc::new(headings), row.iter().map(|(_, cell)| *cell)))
    }

    #[test]
    fn a_row_of_a_table_reads_as_the_object_of_its_cells() {
        let row = raw(&[("Name", "Fabrikam \"한국\"\n"), ("Empty", ""), ("Last", "\u{1}x")]);
        let object = json!({"Name": "Fabrikam \"한국\"\n", "Empty": "", "Last": "\u{1}x"});
        assert_eq!(row.to_text(), object.to_string(), "to the byte: leads are known again by it");
        assert_eq!(row.into_value(), object, "and as a value");
    }

    #[test]
    fn the_reason_of_an_earlier_import_is_no_part_of_it() {
        let mut row = raw(&[("Name", "Fabrikam"), ("Hearth: why not", "no date"), ("City", "서울")]);
        row.without_reason();
        assert_eq!(row.to_text(), r#"{"Name":"Fabrikam","City":"서울"}"#, "whichever column it is");
    }
}
