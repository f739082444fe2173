//! The processes of a desk: each in a group of its own, all ended with the desk, whatever happens to the test.
//!
//! What they are started for is in `desk`.

use std::io::{BufRead as _, BufReader};
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use rustix::process::{Pid, Signal, kill_process, kill_process_group};

/// A process and all that it starts. Ends with it.
pub struct Running {
    child: Child,
    name: &'static str,
}

impl Running {
    /// Starts `command`; its output goes to `log`.
    pub fn start(name: &'static str, mut command: Command, log: &Path) -> Self {
        let log = std::fs::File::options().create(true).append(true).open(log).expect("a log in the desk's folder");
        let errors = log.try_clone().expect("a second handle of a file");
        command.stdin(Stdio::null()).stdout(log).stderr(errors);
        Self::spawn(name, command)
    }

    /// Starts `command` and reads the first line that it prints, by which it says where it can be reached.
    pub fn start_and_hear(name: &'static str, mut command: Command) -> (Self, String) {
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut running = Self::spawn(name, command);
        let output = running.child.stdout.take().expect("the output is piped");
        let mut line = String::new();
        BufReader::new(output).read_line(&mut line).unwrap_or_else(|error| panic!("{name} says nothing: {error}"));
        let line = line.trim().to_owned();
        assert!(!line.is_empty(), "{name} ended before it could be reached: is it installed?");
        (running, line)
    }

    fn spawn(name: &'static str, mut command: Command) -> Self {
        let child =
            command.process_group(0).spawn().unwrap_or_else(|error| panic!("{name} cannot be started: {error}"));
        Self { child, name }
    }

    /// Has it hang, with all that it started.
    pub fn hang(&self) {
        kill_process_group(pid(self.child.id()), Signal::STOP).expect("our own processes");
    }

    /// The exit code, once it has ended.
    pub fn ended(&mut self) -> Option<i32> {
        let status = self.child.try_wait().unwrap_or_else(|error| panic!("{} is lost: {error}", self.name))?;
        Some(status.code().unwrap_or(-1))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // Its group may outlive it.
        let _ = kill_process_group(pid(self.child.id()), Signal::KILL);
        let _ = self.child.wait();
    }
}

fn pid(id: u32) -> Pid {
    i32::try_from(id).ok().and_then(Pid::from_raw).expect("a process has a positive number")
}

/// The processes whose command line has `argument`, in which a desk's own folder stands.
pub fn with_argument(argument: &str) -> Vec<u32> {
    let Ok(all) = std::fs::read_dir("/proc") else { return Vec::new() };
    all.flatten()
        .filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok())
        .filter(|id| {
            let line = std::fs::read(format!("/proc/{id}/cmdline")).unwrap_or_default();
            line.split(|byte| *byte == 0).any(|part| part == argument.as_bytes())
        })
        .collect()
}

/// Ends a process at once, as a power cut would.
pub fn kill(id: u32) {
    let _ = kill_process(pid(id), Signal::KILL);
}

/// Has a process hang, as one does that waits for a disk which is gone.
pub fn hang(id: u32) {
    kill_process(pid(id), Signal::STOP).expect("our own process");
}

/// Lets a process that hangs go on.
pub fn wake(id: u32) {
    kill_process(pid(id), Signal::CONT).expect("our own process");
}
