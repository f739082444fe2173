//! The journeys: what a user does, and what must come of it.

mod alarm;
mod alarm_settings;
mod autostart;
mod bell;
mod board;
mod bubbles;
mod bulk;
mod duplicates;
mod exporting;
mod first_run;
mod importing;
mod lifecycle;
mod links;
mod lists;
mod look;
mod look_files;
mod look_keys;
mod security;
mod servers;
mod single_start;
mod snoozing;
mod surroundings;
mod terminal;
mod tray;
mod triage;
mod watched;
