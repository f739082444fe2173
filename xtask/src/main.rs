//! The one door: `cargo xtask VERB`. A fresh machine with Rust, Node and npm needs nothing else first.
//!
//! Each verb is one file. What all of them share: `process` (how a program is started), `system` (what must be
//! installed), `frontend` (the window's half), `display` (a private screen and bus). Nothing here ships to a user.

mod bench;
mod bindings;
mod bundle;
mod display;
mod frontend;
mod icons;
mod licences;
mod package_test;
mod process;
mod referrals;
mod run;
mod system;
mod tally;
mod test;
mod workspace;

use std::process::ExitCode;

const HELP: &str = "\
cargo xtask VERB

  run [--screenshot-only] [-- ARGS]   Build Hearth and open it, with ARGS for the app. Without a display it starts on a
                                      virtual one and writes a screenshot; --screenshot-only ends it after that.
  test [--fast]                       Everything that must hold, ending with `N passed, N failed`. --fast leaves out
                                      the end-to-end journeys.
  check                               The quick part of it: formatting, lints and types, no test.
  bindings                            Write the window's types and its capability from the Rust contract.
  icons                               Make the tray's icons of their SVG files.
  bundle                              Make this system's installers, and print their sizes.
  package-test                        Install the .deb on a clean Debian 12, see it start, alarm and leave (Linux, root).
  bench alarm [--quick]               Measure what the alarm costs and how late it is, on a release build: a table, and
                                      target/bench/alarm.json (Linux, about 15 minutes). --quick does it in small, on
                                      a debug build, to see that it works; its figures mean nothing.
  bench exchange [--quick]            Measure how fast 100,000 leads come in and go out, and what memory that takes;
                                      target/bench/exchange.json.
  bench desk [--only PART] [--quick]  Measure how fast a desk of a million leads answers, in the core and in its window:
                                      target/bench/desk.json (Linux, about 25 minutes). PART is core, cold, page or
                                      memory; its report is target/bench/desk-PART.json.
  help                                This text.

run, test, check, bench and bundle first install what is missing: system packages through apt (saying which and why),
the npm packages of ui/, and the window's build.";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let outcome = match args.as_slice() {
        ["run", rest @ ..] => run::Options::parse(rest).and_then(|options| run::run(&options)),
        ["test"] => return test::test(test::Extent::Whole),
        ["test", "--fast"] => return test::test(test::Extent::WithoutJourneys),
        ["check"] => return test::check(),
        ["bindings"] => bindings::write(),
        ["icons"] => icons::make(),
        ["bundle"] => bundle::bundle(),
        ["package-test"] => return package_test::package_test(),
        ["bench", rest @ ..] => bench::bench(rest),
        ["help" | "--help" | "-h"] | [] => {
            println!("{HELP}");
            Ok(())
        }
        other => Err(format!("`cargo xtask {}` is not a verb.\n\n{HELP}", other.join(" "))),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("xtask: {why}");
            ExitCode::FAILURE
        }
    }
}
