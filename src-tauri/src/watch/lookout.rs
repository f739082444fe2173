//! Which files of a folder are complete, and where they go when they were read. Knows neither threads nor Tauri nor leads.
//!
//! A file is complete when its size and its time stand still over three looks and it can be opened: a copy grows, and Windows
//! lets nobody open what is being written. Two looks are not enough, for a network drive may tell the same size for some seconds.
//! What is no plain file of leads by its name is left alone: links, sub folders, whatever a program hides or has not finished.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::ffi::{OsStr, OsString};
use std::fs::{self, File, Metadata};
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::dialogs::LEADS;
use crate::files::free_name;

/// Looks without a change after which a file is complete.
const STILL: u32 = 2;
/// Looks after which a file that cannot be opened is no longer taken for one that is being written.
const LOCKED: u32 = 30;
/// Looks after which a file that cannot be read as a whole is no longer taken for one whose copy stands still.
pub const DOUBTED: u32 = 10;

/// Where a file goes that was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shelf {
    Done,
    Failed,
}

impl Shelf {
    fn name(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Failed => "failed",
        }
    }
}

/// By which a file is known to be the same as at the last look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stamp {
    bytes: u64,
    modified: Option<SystemTime>,
}

impl Stamp {
    fn of(metadata: &Metadata) -> Self {
        Self { bytes: metadata.len(), modified: metadata.modified().ok() }
    }
}

struct Seen {
    stamp: Stamp,
    /// For how many looks it has not changed.
    still: u32,
    /// It is not asked about again before it has stood still for so many looks.
    ready_at: u32,
    /// It was read, and could not be moved away: it is left until it is another file.
    left: bool,
}

/// A file that is complete.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Complete {
    pub path: PathBuf,
    /// For how many looks it has not changed.
    pub still: u32,
}

/// What is known of the folder.
pub struct Lookout {
    folder: PathBuf,
    seen: HashMap<OsString, Seen>,
}

impl Lookout {
    pub fn new(folder: &Path) -> Self {
        Self { folder: folder.to_owned(), seen: HashMap::new() }
    }

    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Looks at the folder; the files that are complete by now, the oldest first.
    pub fn look(&mut self) -> io::Result<Vec<Complete>> {
        let mut present = HashMap::new();
        for entry in fs::read_dir(&self.folder)? {
            let entry = entry?;
            let name = entry.file_name();
            // A file may go between the list and the look at it.
            let Some(metadata) = entry.metadata().ok().filter(|found| found.is_file() && is_of_leads(&name)) else {
                continue;
            };
            present.insert(name, Stamp::of(&metadata));
        }
        self.seen.retain(|name, _| present.contains_key(name));
        let mut complete = Vec::new();
        for (name, stamp) in present {
            let path = self.folder.join(&name);
            let seen = match self.seen.entry(name) {
                Entry::Occupied(known) if known.get().stamp == stamp => {
                    let seen = known.into_mut();
                    seen.still = seen.still.saturating_add(1);
                    seen
                }
                other => other.insert_entry(Seen { stamp, still: 0, ready_at: STILL, left: false }).into_mut(),
            };
            if !seen.left && seen.still >= seen.ready_at && (seen.still >= LOCKED || File::open(&path).is_ok()) {
                complete.push((stamp.modified, Complete { path, still: seen.still }));
            }
        }
        complete.sort_by(|(one, a), (other, b)| one.cmp(other).then_with(|| a.path.cmp(&b.path)));
        Ok(complete.into_iter().map(|(_, complete)| complete).collect())
    }

    /// Whether a file lies here that was read and could not be moved away.
    pub fn has_left(&self) -> bool {
        self.seen.values().any(|seen| seen.left)
    }

    /// Does not ask about `file` for so many looks, unless it changes.
    pub fn again_after(&mut self, file: &Path, looks: u32) {
        if let Some(seen) = file.file_name().and_then(|name| self.seen.get_mut(name)) {
            seen.ready_at = seen.still.saturating_add(looks);
        }
    }

    /// Moves a file that was read out of the way; whether it is the one that was looked at. One that has changed meanwhile stays
    /// and is read again when it is complete. One that cannot be moved is left until it changes.
    pub fn put_away(&mut self, file: &Path, shelf: Shelf) -> io::Result<bool> {
        let Some(name) = file.file_name() else { return Ok(false) };
        let Some(seen) = self.seen.get_mut(name) else { return Ok(false) };
        match fs::symlink_metadata(file) {
            Ok(now) if Stamp::of(&now) != seen.stamp => return Ok(false),
            Ok(_) => {}
            // Somebody else has taken it away, such as another Hearth on this folder.
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(true),
            Err(error) => return Err(error),
        }
        // Before the move, so that whatever fails in it happens once.
        seen.left = true;
        let target = free_name(&self.shelf(shelf)?, &name.to_string_lossy())?;
        fs::rename(file, target)?;
        Ok(true)
    }

    /// The folder of a shelf, made if need be.
    pub fn shelf(&self, shelf: Shelf) -> io::Result<PathBuf> {
        let folder = self.folder.join(shelf.name());
        match fs::create_dir(&folder) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(error),
            _ => Ok(folder),
        }
    }
}

/// Whether a file of this name may hold leads and is not one that some program is still at work on.
fn is_of_leads(name: &OsStr) -> bool {
    let name = name.to_string_lossy().to_lowercase();
    let hidden = name.starts_with('.') || name.starts_with("~$");
    let ending = name.rsplit_once('.').map(|(_, ending)| ending);
    !hidden && ending.is_some_and(|ending| LEADS.contains(&ending))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;
    use tempfile::TempDir;

    struct Folder {
        folder: TempDir,
        lookout: Lookout,
    }

    impl Folder {
        fn new() -> Self {
            let folder = tempfile::tempdir().unwrap();
            let lookout = Lookout::new(folder.path());
            Self { folder, lookout }
        }

        fn path(&self, name: &str) -> PathBuf {
            self.folder.path().join(name)
        }

        fn write(&self, name: &str, content: &str) -> PathBuf {
            fs::write(self.path(name), content).unwrap();
            self.path(name)
        }

        /// The names of the complete files at each of so many looks.
        fn looks(&mut self, many: u32) -> Vec<Vec<String>> {
            (0..many).map(|_| self.look()).collect()
        }

        fn look(&mut self) -> Vec<String> {
            let complete = self.lookout.look().unwrap();
            complete.iter().map(|one| one.path.file_name().unwrap().to_string_lossy().into_owned()).collect()
        }

        fn age(&self, name: &str, seconds: u64) {
            let file = File::options().write(true).open(self.path(name)).unwrap();
            file.set_modified(SystemTime::UNIX_EPOCH + Duration::from_secs(seconds)).unwrap();
        }
    }

    #[test]
    fn a_copy_that_grows_is_not_read_before_it_stands_still() {
        let mut folder = Folder::new();
        for length in 1..20 {
            folder.write("leads.csv", &"x".repeat(length));
            assert!(folder.look().is_empty(), "two gigabytes take their time, and half of them are half the leads");
        }
        assert_eq!(folder.looks(2), [Vec::new(), vec!["leads.csv".to_owned()]], "three looks without a change");
    }

    #[test]
    fn a_file_that_is_written_over_in_its_place_is_another_file() {
        let mut folder = Folder::new();
        folder.write("leads.csv", "one");
        folder.age("leads.csv", 1_000);
        folder.looks(2);
        folder.write("leads.csv", "two");
        folder.age("leads.csv", 2_000);
        assert_eq!(folder.looks(2), [Vec::<String>::new(), Vec::new()], "of the same size, but not of the same time");
        assert_eq!(folder.look(), ["leads.csv"], "and then it is complete too");
    }

    #[test]
    fn what_is_no_file_of_leads_is_left_alone() {
        let mut folder = Folder::new();
        for name in [
            ".leads.csv",
            "~$leads.xlsx",
            "leads.csv.part",
            "leads.csv.crdownload",
            "leads.csv.tmp",
            "leads.csv~",
            "leads",
            "cat.jpg",
            "hearth.db",
        ] {
            folder.write(name, "x");
        }
        fs::create_dir(folder.path("sub.csv")).unwrap();
        folder.write("sub.csv/leads.csv", "x");
        #[cfg(unix)]
        std::os::unix::fs::symlink(folder.write("real.txt.part", "x"), folder.path("link.csv")).unwrap();
        folder.write("Leads.CSV", "x");
        assert_eq!(folder.looks(3).concat(), ["Leads.CSV"], "a folder of downloads holds more than leads");
    }

    #[test]
    fn the_oldest_comes_first() {
        let mut folder = Folder::new();
        for (name, seconds) in [("a.csv", 3_000), ("b.csv", 1_000), ("c.csv", 2_000)] {
            folder.write(name, "x");
            folder.age(name, seconds);
        }
        assert_eq!(
            folder.looks(3).concat(),
            ["b.csv", "c.csv", "a.csv"],
            "the news of today is not overwritten by last week's"
        );
    }

    #[test]
    fn a_file_that_was_read_is_moved_and_overwrites_none() {
        let mut folder = Folder::new();
        for content in ["first", "second"] {
            let file = folder.write("leads.csv", content);
            folder.looks(3);
            assert!(folder.lookout.put_away(&file, Shelf::Done).unwrap(), "it is the file that was looked at");
            assert!(!file.exists(), "it is out of the way");
        }
        let kept = |name: &str| fs::read_to_string(folder.path(name)).unwrap();
        assert_eq!(
            (kept("done/leads.csv"), kept("done/leads-2.csv")),
            ("first".into(), "second".into()),
            "both are there"
        );
        assert!(!folder.path("failed").exists(), "no folder without a reason");
        assert!(folder.looks(5).concat().is_empty(), "what lies in done/ is not looked at");
    }

    #[test]
    fn a_file_that_changed_while_it_was_read_is_read_again() {
        let mut folder = Folder::new();
        let file = folder.write("leads.csv", "half");
        folder.looks(3);
        folder.write("leads.csv", "half and the other half");
        assert!(!folder.lookout.put_away(&file, Shelf::Done).unwrap(), "the other half would never be imported");
        assert_eq!(folder.looks(3).concat(), ["leads.csv"], "it is read again when it stands still");
    }

    #[test]
    fn a_file_that_cannot_be_moved_is_read_once() {
        let mut folder = Folder::new();
        folder.write("done", "a file where the folder would be");
        let file = folder.write("leads.csv", "x");
        folder.looks(3);
        assert!(folder.lookout.put_away(&file, Shelf::Done).is_err(), "there is no such folder, nor can there be");
        assert!(folder.looks(50).concat().is_empty(), "it would be imported every two seconds");
        folder.write("leads.csv", "news");
        assert_eq!(folder.looks(3).concat(), ["leads.csv"], "a new file of the name is news");
    }

    #[test]
    fn a_file_that_somebody_took_away_is_no_trouble() {
        let mut folder = Folder::new();
        let file = folder.write("leads.csv", "x");
        folder.looks(3);
        fs::remove_file(&file).unwrap();
        assert!(folder.lookout.put_away(&file, Shelf::Done).unwrap(), "another Hearth on the same folder was quicker");
    }

    #[test]
    fn a_file_is_tried_again_later() {
        let mut folder = Folder::new();
        let file = folder.write("leads.csv", "x");
        assert_eq!(folder.looks(3).concat(), ["leads.csv"], "complete");
        folder.lookout.again_after(&file, 10);
        let asked: Vec<usize> = folder.looks(12).iter().map(Vec::len).collect();
        assert_eq!(
            asked.iter().position(|many| *many > 0),
            Some(9),
            "a full disk is not tried every two seconds: {asked:?}"
        );
    }

    #[test]
    fn a_folder_that_is_gone_is_said_and_found_again() {
        let mut folder = Folder::new();
        let sub = folder.path("later");
        folder.lookout = Lookout::new(&sub);
        assert!(folder.lookout.look().is_err(), "the user is told");
        fs::create_dir(&sub).unwrap();
        folder.write("later/leads.csv", "x");
        assert_eq!(folder.looks(3).concat(), ["leads.csv"], "a network drive comes back");
    }

    #[cfg(unix)]
    #[test]
    fn a_file_that_cannot_be_opened_is_waited_for_and_then_told() {
        use std::os::unix::fs::PermissionsExt as _;
        let mut folder = Folder::new();
        let file = folder.write("leads.csv", "x");
        fs::set_permissions(&file, fs::Permissions::from_mode(0o000)).unwrap();
        if File::open(&file).is_ok() {
            println!("left out: whoever runs this may read everything");
            return;
        }
        assert!(folder.looks(LOCKED).concat().is_empty(), "somebody may still be writing it");
        assert_eq!(folder.looks(2).concat(), ["leads.csv"], "after a minute it is told in the bell");
    }
}
