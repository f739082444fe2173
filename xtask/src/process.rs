//! How xtask starts other programs: shown, captured, streamed line by line, or running beside us.
//!
//! Which program and why is for the verbs to know. Nothing reads standard input: a check that waits for an answer
//! would hang where nobody sits.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};

/// What a verb answers; the message is for the person who typed it.
pub type Outcome<T = ()> = Result<T, String>;

pub fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// npm is a script on Windows, which only its full name starts.
pub fn npm() -> Command {
    Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" })
}

/// The command as one would type it.
pub fn shown(command: &Command) -> String {
    std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(OsStr::to_string_lossy)
        .collect::<Vec<_>>()
        .join(" ")
}

/// Runs a command in sight of the user, and fails if it fails.
pub fn run(command: &mut Command) -> Outcome {
    println!("$ {}", shown(command));
    let status = command.stdin(Stdio::null()).status().map_err(|why| not_started(command, &why))?;
    succeeded(command, status)
}

/// Runs a command out of sight and hands back what it printed; what it complained about is in the failure.
pub fn capture(command: &mut Command) -> Outcome<String> {
    let output = command.stdin(Stdio::null()).output().map_err(|why| not_started(command, &why))?;
    succeeded(command, output.status)
        .map_err(|why| format!("{why}\n{}", String::from_utf8_lossy(&output.stderr).trim()))?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Runs a command in sight of the user while `on_line` reads along on its standard output.
pub fn stream(command: &mut Command, mut on_line: impl FnMut(&str)) -> Outcome<ExitStatus> {
    println!("$ {}", shown(command));
    let mut child =
        command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().map_err(|why| not_started(command, &why))?;
    let mut lines = BufReader::new(child.stdout.take().expect("piped above"));
    let mut line = Vec::new();
    // Bytes, not `lines()`: a test may print something that is not UTF-8, and that must not end the reading.
    while lines.read_until(b'\n', &mut line).map_err(|why| why.to_string())? > 0 {
        let text = String::from_utf8_lossy(&line);
        print!("{text}");
        on_line(text.trim_end());
        line.clear();
    }
    child.wait().map_err(|why| why.to_string())
}

fn succeeded(command: &Command, status: ExitStatus) -> Outcome {
    if status.success() { Ok(()) } else { Err(format!("`{}` failed ({status})", shown(command))) }
}

fn not_started(command: &Command, why: &std::io::Error) -> String {
    format!("`{}` could not be started: {why}", command.get_program().to_string_lossy())
}

/// A program that runs beside us and ends with us.
pub struct Beside {
    child: Child,
    name: String,
}

impl Beside {
    /// Starts `program`. Where `setpriv` exists (any Linux), the kernel ends it even if we are killed.
    pub fn start(program: &str, configure: impl FnOnce(&mut Command) -> &mut Command) -> Outcome<Self> {
        let mut command = if cfg!(target_os = "linux") && on_path("setpriv").is_some() {
            let mut command = Command::new("setpriv");
            command.args(["--pdeathsig", "TERM", program]);
            command
        } else {
            Command::new(program)
        };
        configure(&mut command);
        Self::spawn(program, command)
    }

    /// Starts a command that is complete already.
    pub fn spawn(name: &str, mut command: Command) -> Outcome<Self> {
        let child = command.stdin(Stdio::null()).spawn().map_err(|why| not_started(&command, &why))?;
        Ok(Self { child, name: name.to_owned() })
    }

    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// The first line it prints: how Xvfb and dbus-daemon say that they are ready, and where.
    pub fn first_line(&mut self) -> Outcome<String> {
        let stdout = self.child.stdout.as_mut().ok_or_else(|| format!("{} prints nothing to us", self.name))?;
        let mut line = Vec::new();
        let mut byte = [0];
        // Byte by byte, so that nothing after the line is swallowed: it is read later, if at all.
        while stdout.read(&mut byte).map_err(|why| why.to_string())? == 1 && byte[0] != b'\n' {
            line.push(byte[0]);
        }
        let line = String::from_utf8_lossy(&line).trim().to_owned();
        if line.is_empty() { Err(format!("{} ended before it was ready", self.name)) } else { Ok(line) }
    }

    pub fn take_stdout(&mut self) -> Option<std::process::ChildStdout> {
        self.child.stdout.take()
    }

    /// How it ended, if it has.
    pub fn ended(&mut self) -> Outcome<Option<ExitStatus>> {
        self.child.try_wait().map_err(|why| why.to_string())
    }

    pub fn wait(&mut self) -> Outcome<ExitStatus> {
        self.child.wait().map_err(|why| why.to_string())
    }

    /// Asks it to end, as a logout does, and waits until it has.
    pub fn ask_to_end(&mut self) -> Outcome<ExitStatus> {
        if self.ended()?.is_none() && capture(Command::new("kill").args(["-TERM", &self.id().to_string()])).is_err() {
            self.child.kill().map_err(|why| why.to_string())?;
        }
        self.wait()
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        // It may have ended by itself: then there is nothing to end, and that is no news.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Where a program lies, if `PATH` knows it.
pub fn on_path(program: &str) -> Option<PathBuf> {
    let name = Path::new(program).with_extension(std::env::consts::EXE_EXTENSION);
    std::env::split_paths(&std::env::var_os("PATH")?).map(|folder| folder.join(&name)).find(|path| path.is_file())
}
