//! The least that an alarm can be: a thread that sleeps until each instant it was given and then calls `Notify`.
//!
//! The instants are its arguments, in microseconds since 1970, in order. What Hearth does more than this (a database, a
//! claim, texts, a mark) is what its own delay is measured for.

use std::collections::HashMap;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use zbus::Variant;

const NOTIFICATIONS: &str = "org.freedesktop.Notifications";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let instants = std::env::args().skip(1).map(|argument| argument.parse()).collect::<Result<Vec<u64>, _>>()?;
    let bus = zbus::block_on(zbus::Connection::session())?;
    for (number, instant) in instants.into_iter().enumerate() {
        sleep_until(UNIX_EPOCH + Duration::from_micros(instant));
        let hints = HashMap::from([("urgency", Variant::from(2_u8))]);
        let summary = format!("Yardstick {number} is waiting");
        let body = "4 hours left to contact the customer.";
        let call = ("bare_timer", 0_u32, "", summary, body, ["default", "Open"].as_slice(), hints, 0_i32);
        let path = "/org/freedesktop/Notifications";
        zbus::block_on(bus.call_method(Some(NOTIFICATIONS), path, Some(NOTIFICATIONS), "Notify", &call))?;
    }
    Ok(())
}

#[expect(clippy::disallowed_methods, reason = "a yardstick reads the time itself")]
fn sleep_until(instant: SystemTime) {
    while let Ok(left) = instant.duration_since(SystemTime::now()) {
        if left.is_zero() {
            break;
        }
        std::thread::sleep(left);
    }
}
