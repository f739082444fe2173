//! Names of files that are free.

use std::io;
use std::path::{Path, PathBuf};

/// A free path in `folder` for a file that shall be called `name`: that, or with a number in front of its ending.
pub fn free_name(folder: &Path, name: &str) -> io::Result<PathBuf> {
    let (stem, ending) = match name.rsplit_once('.') {
        Some((stem, ending)) if !stem.is_empty() => (stem, format!(".{ending}")),
        _ => (name, String::new()),
    };
    let numbered = (2..10_000).map(|number| folder.join(format!("{stem}-{number}{ending}")));
    for path in std::iter::once(folder.join(name)).chain(numbered) {
        match path.symlink_metadata() {
            Ok(_) => {}
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(path),
            Err(error) => return Err(error),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_name_gets_a_number_before_its_ending() {
        let folder = tempfile::tempdir().unwrap();
        let put = |name: &str| {
            let path = free_name(folder.path(), name).unwrap();
            std::fs::write(&path, "x").unwrap();
            path.file_name().unwrap().to_string_lossy().into_owned()
        };
        assert_eq!([put("a.csv"), put("a.csv"), put("a.csv")], ["a.csv", "a-2.csv", "a-3.csv"], "none is written over");
        assert_eq!([put("leads"), put("leads")], ["leads", "leads-2"], "one without an ending");
        assert_eq!([put(".x"), put(".x")], [".x", ".x-2"], "a leading dot begins no ending");
        assert!(free_name(&folder.path().join("gone"), "a.csv").is_ok(), "where nothing is, every name is free");
    }
}
