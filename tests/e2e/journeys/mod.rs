//! The journeys: what a user does, and what must come of it.

mod first_run;
