//! The core commands: each takes its request apart, runs its action and answers.

use super::*;
use crate::app::App;
use crate::for_each_command;

macro_rules! stubs {
    (core { $($core:ident($core_request:ty) -> $core_reply:ty;)* } shell { $($shell:tt)* }) => {
        $(pub fn $core(_app: &App, _request: $core_request) -> Result<$core_reply, ApiError> { todo!() })*
    };
}
for_each_command!(stubs);
