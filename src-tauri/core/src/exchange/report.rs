//! Why a file, or a row of one, was not taken.
//!
//! These go to the window as they are, as parts of the import's report; counting rows is the import's business.

use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct RefusedRow {
    /// Counted as a spreadsheet or an editor shows it: the line in a CSV (its header is 1), the place in a JSON list from 1.
    pub row: u32,
    /// The column or key at fault, as the file names it.
    pub column: Option<String>,
    /// The start of the value at fault.
    pub value: Option<String>,
    pub reason: RefusedReason,
}

/// Why one row of a file is no lead.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum RefusedReason {
    /// An element of the list is not an object.
    NotALead,
    MissingCustomer,
    MissingReceived,
    UnknownStatus,
    UnknownType,
    BadDate,
    BadAmount,
    BadCurrency,
    /// A text is longer than a lead can hold.
    TooLong,
    /// The row has more or fewer cells than the header.
    WrongCellCount,
    /// The same referral id stood further up in the same import.
    Repeated,
    /// The row, or one value of it, is longer than any lead can be.
    RowTooLong,
}

/// Why nothing of a file was taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", tag = "code")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum FileProblem {
    /// The system would not let it be read; its words.
    Unreadable {
        message: String,
    },
    Empty,
    #[serde(rename_all = "camelCase")]
    TooLarge {
        #[cfg_attr(test, ts(type = "number"))]
        bytes: u64,
        #[cfg_attr(test, ts(type = "number"))]
        limit: u64,
    },
    /// It is another file than the one that was looked at.
    Changed,
    /// A table wider than any of leads.
    TooManyColumns {
        limit: u32,
    },
    /// A workbook that unpacks to more than is read, as it was made to break programs.
    TooLargeInside {
        #[cfg_attr(test, ts(type = "number"))]
        limit: u64,
    },
    /// A workbook that asks for a password.
    Locked,
    /// A workbook that is damaged or of a kind that is not read; the reader's words.
    BadWorkbook {
        message: String,
    },
    /// No text in an encoding that Hearth reads.
    BadEncoding {
        line: u32,
    },
    /// Not JSON and no CSV with columns that Hearth knows.
    NotLeads,
    /// A web page, as a browser saves it when the session had ended.
    WebPage,
    /// An error reply of Partner Center instead of leads.
    ErrorReply {
        message: String,
    },
    /// The file stops in the middle.
    CutOff {
        line: u32,
    },
    BadJson {
        line: u32,
        column: u32,
    },
    /// A CSV whose header lacks what a lead needs.
    MissingColumns {
        columns: Vec<String>,
    },
}
