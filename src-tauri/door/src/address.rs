//! Where the socket of a data folder lies, by the folder's path alone.

use std::io;
use std::path::{Path, PathBuf};

use interprocess::local_socket::prelude::*;
use interprocess::local_socket::{GenericFilePath, Name};

/// Where the socket of a data folder may be, best first. A socket's address holds about 100 bytes, and not every disk can
/// hold a socket, so there is a second place under a short name.
#[cfg(unix)]
pub fn addresses(folder: &Path) -> Vec<PathBuf> {
    use std::os::unix::ffi::OsStrExt as _;
    const LONGEST_ADDRESS: usize = 100;
    let beside = folder.join("hearth.sock");
    let runtime = std::env::var_os("XDG_RUNTIME_DIR").map(PathBuf::from).filter(|d| d.is_dir());
    let elsewhere = match runtime {
        Some(runtime) => Some(runtime.join(format!("hearth-{}.sock", short_name(folder)))),
        None => own_folder_in_temp(folder).map(|own| own.join("sock")),
    };
    std::iter::once(beside).chain(elsewhere).filter(|a| a.as_os_str().as_bytes().len() <= LONGEST_ADDRESS).collect()
}

#[cfg(windows)]
pub fn addresses(folder: &Path) -> Vec<PathBuf> {
    vec![PathBuf::from(format!(r"\\.\pipe\hearth-{}", short_name(folder)))]
}

/// A folder in the shared temporary one that only the owner of `folder` can have made and can enter.
#[cfg(unix)]
fn own_folder_in_temp(folder: &Path) -> Option<PathBuf> {
    use std::os::unix::fs::MetadataExt as _;
    let own = std::env::temp_dir().join(format!("hearth-{}", short_name(folder)));
    crate::folder::make_private(&own).ok()?;
    let (made, data) = (std::fs::symlink_metadata(&own).ok()?, std::fs::metadata(folder).ok()?);
    (made.is_dir() && made.uid() == data.uid() && made.mode() & 0o077 == 0).then_some(own)
}

/// Sixteen hexadecimal digits of the folder's whole path: FNV-1a, which is the same in every version of Hearth.
fn short_name(folder: &Path) -> String {
    let whole = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    let hash = whole
        .as_os_str()
        .as_encoded_bytes()
        .iter()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3));
    format!("{hash:016x}")
}

pub fn name(address: &Path) -> io::Result<Name<'_>> {
    address.to_fs_name::<GenericFilePath>()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_deep_data_folder_still_has_an_address() {
        let root = tempfile::tempdir().unwrap();
        let deep = root.path().join("d".repeat(120));
        std::fs::create_dir(&deep).unwrap();
        assert!(!addresses(&deep).is_empty(), "a socket's address is short, a folder's path need not be");
    }
}
