//! The database: SQLite by rusqlite, here and nowhere else.
//!
//! Each function is one statement or one small family of them; reads take a `&Connection`, writes a `&Transaction`, and none
//! begins or commits: that is `App`. No rule of the domain is decided here.

pub mod arrivals;
pub mod backup;
pub mod briefs;
pub mod bulk;
mod contacts;
pub mod desk;
pub mod export;
pub mod foreseen;
pub mod history;
pub mod imports;
mod lead_update;
pub mod leads;
pub mod mappings;
pub mod match_keys;
pub mod merges;
pub mod migrate;
pub mod open;
pub mod outbox;
pub mod reminders;
pub mod search;
pub mod settings;
mod source_cells;
pub mod sources;
pub mod touched;
pub mod undo;
pub mod views;

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{DeserializeOwned, IgnoredAny, IntoDeserializer, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use crate::domain::time::Timestamp;
use crate::error::Error;

/// A column that holds JSON of our own making.
fn to_json(value: &impl Serialize) -> Result<String, Error> {
    serde_json::to_string(value).map_err(Error::internal)
}

/// Reads a column that holds JSON of our own making; anything else in it is damage.
fn from_json<T: DeserializeOwned>(column: usize, text: &str) -> rusqlite::Result<T> {
    serde_json::from_str(text).map_err(|e| unreadable(column, e))
}

/// A text of JSON, copied only where it is written with escapes.
#[derive(Deserialize)]
struct Lent<'a>(#[serde(borrow)] Cow<'a, str>);

/// The first of a JSON array; the others are passed over.
struct First<T>(Option<T>);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for First<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Items<T>(PhantomData<T>);

        impl<'de, T: Deserialize<'de>> Visitor<'de> for Items<T> {
            type Value = First<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an array")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self::Value, A::Error> {
                let first = items.next_element()?;
                while items.next_element::<IgnoredAny>()?.is_some() {}
                Ok(First(first))
            }
        }

        deserializer.deserialize_seq(Items(PhantomData))
    }
}

/// Reads a column that holds the name of one of a fixed set.
fn from_name<T: DeserializeOwned>(column: usize, name: &str) -> rusqlite::Result<T> {
    let read: Result<T, serde::de::value::Error> = T::deserialize(name.into_deserializer());
    read.map_err(|e| unreadable(column, e))
}

fn unreadable(column: usize, error: impl std::error::Error + Send + Sync + 'static) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(column, rusqlite::types::Type::Text, Box::new(error))
}

impl rusqlite::ToSql for Timestamp {
    fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
        Ok(self.as_millis().into())
    }
}

impl rusqlite::types::FromSql for Timestamp {
    fn column_result(value: rusqlite::types::ValueRef<'_>) -> rusqlite::types::FromSqlResult<Self> {
        i64::column_result(value).map(Self::from_millis)
    }
}
