//! A file that was chosen: looked at once, and read row by row whenever it is wanted.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use super::format::{Format, Look, Mapping};
use super::report::FileProblem;
use super::{Row, decode, partner_center_csv, partner_center_json};

/// A file after the first look at it.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    pub name: String,
    pub bytes: u64,
    pub look: Look,
    path: PathBuf,
    hash: u64,
}

/// Looks at a file: what it is, how it is written, what its columns are.
pub fn open(path: &Path) -> Result<Opened, FileProblem> {
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
    let bytes = read_bytes(path)?;
    let (look, _) = look_at(&name, &bytes)?;
    Ok(Opened { name, bytes: bytes.len() as u64, look, path: path.to_owned(), hash: hash(&bytes) })
}

impl Opened {
    /// Its rows by `mapping`, or by the mapping that the look suggests. Fails with [`FileProblem::Changed`] when it is another
    /// file by now.
    pub fn rows(&self, _mapping: Option<&Mapping>) -> Result<Rows, FileProblem> {
        let bytes = read_bytes(&self.path)?;
        if bytes.len() as u64 != self.bytes || hash(&bytes) != self.hash {
            return Err(FileProblem::Changed);
        }
        let (_, rows) = look_at(&self.name, &bytes)?;
        Ok(Rows { rows: rows.into_iter(), bytes: self.bytes })
    }
}

/// The rows of a file, in its order.
pub struct Rows {
    rows: std::vec::IntoIter<Row>,
    bytes: u64,
}

impl Rows {
    /// How much of the file was read.
    pub fn bytes_read(&self) -> u64 {
        self.bytes
    }
}

impl Iterator for Rows {
    type Item = Result<Row, FileProblem>;

    fn next(&mut self) -> Option<Self::Item> {
        self.rows.next().map(Ok)
    }
}

fn read_bytes(path: &Path) -> Result<Vec<u8>, FileProblem> {
    let unreadable = |error: std::io::Error| FileProblem::Unreadable { message: error.to_string() };
    // A named pipe or a device would keep us waiting forever.
    if !std::fs::metadata(path).map_err(unreadable)?.is_file() {
        return Err(FileProblem::NotLeads);
    }
    let mut bytes = Vec::new();
    File::open(path).map_err(unreadable)?.read_to_end(&mut bytes).map_err(unreadable)?;
    Ok(bytes)
}

fn hash(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

/// What a file is, and its rows.
pub(super) fn look_at(name: &str, bytes: &[u8]) -> Result<(Look, Vec<Row>), FileProblem> {
    if decode::is_web_page(bytes) {
        return Err(FileProblem::WebPage);
    }
    let text = decode::text(bytes)?;
    let json = |rows: Vec<Row>| (Format::PartnerCenterJson, rows);
    let (format, rows) = if text.trim_start().starts_with(['{', '[']) {
        json(partner_center_json::read(&text)?)
    } else {
        match partner_center_csv::read(&text) {
            // A name is only believed when the content says nothing.
            Err(FileProblem::NotLeads) if name.to_ascii_lowercase().ends_with(".json") => {
                json(partner_center_json::read(&text)?)
            }
            rows => (Format::PartnerCenterCsv, rows?),
        }
    };
    let look = Look {
        format,
        encoding: "UTF-8".to_owned(),
        columns: Vec::new(),
        mapping: None,
        rows: u32::try_from(rows.len()).unwrap_or(u32::MAX),
        counted: true,
    };
    Ok((look, rows))
}
