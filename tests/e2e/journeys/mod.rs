//! The journeys: what a user does, and what must come of it.

mod alarm;
mod first_run;
mod lifecycle;
mod lists;
mod look;
mod security;
mod surroundings;
