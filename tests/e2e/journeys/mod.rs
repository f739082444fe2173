//! The journeys: what a user does, and what must come of it.

mod alarm;
mod autostart;
mod first_run;
mod lifecycle;
mod links;
mod lists;
mod look;
mod security;
mod single_start;
mod surroundings;
mod tray;
