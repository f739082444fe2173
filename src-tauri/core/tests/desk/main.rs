//! The core on a real SQLite file with a clock that is moved by hand: every promise of the lead desk that needs no window.

mod alarm;
mod alarm_model;
mod bad_luck;
mod dry_run;
mod duplicates;
mod elsewhere;
mod exchange_model;
mod exports;
mod failed_rows;
mod imports;
mod imports_kept;
mod killed;
mod lifecycle;
mod lists;
mod merge_model;
mod merges;
mod migrations;
mod narrow_files;
mod outbox;
mod quiet;
mod round_trip;
mod snooze;
mod support;
mod take_in;
mod undo;
mod undo_import;
