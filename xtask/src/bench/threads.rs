//! What the threads of a program have used, as Linux counts it: how often they were woken, and how long they ran.
//!
//! A thread that goes to sleep gives up its processor; the kernel counts that (`voluntary_ctxt_switches`), and each time
//! ends with a wake-up. Being put aside for another (`nonvoluntary_ctxt_switches`) is no wake-up.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// What was used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Used {
    pub wake_ups: u64,
    pub nanoseconds: u64,
}

impl std::ops::Add for Used {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { wake_ups: self.wake_ups + other.wake_ups, nanoseconds: self.nanoseconds + other.nanoseconds }
    }
}

/// Whose thread, and what it calls itself. Threads of one name are one.
pub type Name = (String, String);

/// All threads of a program and of every process that it started, at one moment.
#[derive(Debug)]
pub struct Threads {
    program: u32,
    by_id: BTreeMap<u32, (Name, Used)>,
}

impl Threads {
    pub fn of(program: u32) -> Self {
        let by_id = offspring(program).into_iter().flat_map(of_process).collect();
        Self { program, by_id }
    }

    /// Whether one of the processes is called so.
    pub fn has_process(&self, name: &str) -> bool {
        self.by_id.values().any(|((process, _), _)| process == name)
    }

    /// What was used since `earlier`, by name. A thread that has ended in between is not seen any more.
    pub fn since(&self, earlier: &Self) -> BTreeMap<Name, Used> {
        debug_assert_eq!(self.program, earlier.program, "two moments of one program are compared");
        let mut used: BTreeMap<Name, Used> = BTreeMap::new();
        for (id, (name, now)) in &self.by_id {
            let then = earlier.by_id.get(id).map(|(_, used)| *used).unwrap_or_default();
            let one = used.entry(name.clone()).or_default();
            one.wake_ups += now.wake_ups.saturating_sub(then.wake_ups);
            one.nanoseconds += now.nanoseconds.saturating_sub(then.nanoseconds);
        }
        used
    }
}

/// A program and every process that it started.
pub fn offspring(program: u32) -> Vec<u32> {
    with_offspring(program, &parents())
}

/// Every process with the one that started it.
fn parents() -> BTreeMap<u32, u32> {
    numbered(Path::new("/proc"))
        .filter_map(|id| Some((id, parent(&fs::read_to_string(format!("/proc/{id}/stat")).ok()?)?)))
        .collect()
}

/// The fourth field of `stat`; the second, a name in parentheses, may hold anything.
fn parent(stat: &str) -> Option<u32> {
    stat.rsplit_once(')')?.1.split_whitespace().nth(1)?.parse().ok()
}

fn with_offspring(program: u32, parents: &BTreeMap<u32, u32>) -> Vec<u32> {
    let mut found = vec![program];
    let mut next = 0;
    while let Some(parent) = found.get(next).copied() {
        found.extend(parents.iter().filter(|(_, its)| **its == parent).map(|(id, _)| *id));
        next += 1;
    }
    found
}

fn of_process(process: u32) -> Vec<(u32, (Name, Used))> {
    let folder = format!("/proc/{process}/task");
    let name = word(&format!("/proc/{process}/comm"));
    numbered(Path::new(&folder))
        .filter_map(|thread| {
            let file = |name: &str| fs::read_to_string(format!("{folder}/{thread}/{name}")).ok();
            let used = Used { wake_ups: wake_ups(&file("status")?)?, nanoseconds: nanoseconds(&file("schedstat")?)? };
            Some((thread, ((name.clone(), word(&format!("{folder}/{thread}/comm"))), used)))
        })
        .collect()
}

fn wake_ups(status: &str) -> Option<u64> {
    status.lines().find_map(|line| line.strip_prefix("voluntary_ctxt_switches:"))?.trim().parse().ok()
}

/// The first field: the time on a processor.
fn nanoseconds(schedstat: &str) -> Option<u64> {
    schedstat.split_whitespace().next()?.parse().ok()
}

fn word(file: &str) -> String {
    fs::read_to_string(file).unwrap_or_default().trim().to_owned()
}

/// The entries of a folder whose names are numbers.
fn numbered(folder: &Path) -> impl Iterator<Item = u32> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.filter_map(|entry| entry.file_name().to_str()?.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_kernels_own_words_are_read() {
        assert_eq!(parent("42 (a) b (c)) S 7 42 42 0"), Some(7), "a name may hold parentheses and spaces");
        let status = "Threads:\t1\nvoluntary_ctxt_switches:\t150\nnonvoluntary_ctxt_switches:\t545\n";
        assert_eq!(wake_ups(status), Some(150), "being put aside is not being woken");
        assert_eq!(nanoseconds("123456789 5000 42\n"), Some(123_456_789), "the waiting for a processor is not its use");
    }

    #[test]
    fn what_a_program_started_is_its_own() {
        let parents = BTreeMap::from([(2, 1), (3, 2), (4, 3), (5, 1), (6, 5)]);
        assert_eq!(with_offspring(2, &parents), [2, 3, 4], "children's children too, and nobody else's");
    }

    #[test]
    fn only_what_was_used_in_between_counts() {
        let name = || ("hearth".to_owned(), "alarm".to_owned());
        let at = |threads: &[(u32, u64)]| Threads {
            program: 1,
            by_id: threads
                .iter()
                .map(|&(id, wake_ups)| (id, (name(), Used { wake_ups, nanoseconds: 10 * wake_ups })))
                .collect(),
        };
        let used = at(&[(1, 15), (3, 4)]).since(&at(&[(1, 10), (2, 99)]));
        assert_eq!(used[&name()], Used { wake_ups: 9, nanoseconds: 90 }, "five of the old thread, four of the new one");
    }
}
