//! The core on a real SQLite file with a clock that is moved by hand: every promise of the lead desk that needs no window.

mod alarm;
mod alarm_model;
mod bad_luck;
mod duplicates;
mod exports;
mod imports;
mod killed;
mod lifecycle;
mod lists;
mod merge_model;
mod merges;
mod migrations;
mod outbox;
mod quiet;
mod round_trip;
mod snooze;
mod support;
mod undo;
