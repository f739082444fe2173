//! The journeys: what a user does, and what must come of it.

mod alarm;
mod alarm_settings;
mod autostart;
mod bell;
mod bubbles;
mod duplicates;
mod exporting;
mod first_run;
mod importing;
mod lifecycle;
mod links;
mod lists;
mod look;
mod security;
mod servers;
mod single_start;
mod snoozing;
mod surroundings;
mod terminal;
mod tray;
mod watched;
