//! The terminal as it is typed: the real program on data folders of its own, alone and beside an open window.

mod beside;
mod care;
mod files;
mod support;
mod work;
