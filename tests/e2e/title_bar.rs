//! What a title bar tells and shows: it asks a window to close, as ICCCM 4.2.8.1 says, and knows whether the window was
//! made small (4.1.3.1).
//!
//! A few requests of the X protocol over its socket; which window is meant is found by `desk`.

use std::io::{Read as _, Write as _};
use std::os::unix::net::UnixStream;

const INTERN_ATOM: u8 = 16;
const GET_PROPERTY: u8 = 20;
const SEND_EVENT: u8 = 25;
const CLIENT_MESSAGE: u8 = 33;

/// Asks `window` on the display `:number` to close.
pub fn ask_to_close(number: &str, window: u32) {
    send(number, window).expect("the desk's screen takes the wish to close a window");
}

/// Whether a window manager has made `window` small.
pub fn is_small(number: &str, window: u32) -> bool {
    const ICONIC: u32 = 3;
    state(number, window).is_ok_and(|state| state == Some(ICONIC))
}

/// What the window manager wrote into the window's `WM_STATE`.
fn state(number: &str, window: u32) -> std::io::Result<Option<u32>> {
    let mut screen = open(number)?;
    let state = atom(&mut screen, "WM_STATE")?;
    let mut request = vec![GET_PROPERTY, 0, 6, 0];
    for word in [window, state, 0, 0, 1] {
        request.extend(word.to_le_bytes());
    }
    screen.write_all(&request)?;
    let mut head = [0; 32];
    screen.read_exact(&mut head)?;
    // An error, such as a window that has just gone, says nothing and has no more bytes.
    let words = if head[0] == 1 { u32::from_le_bytes([head[4], head[5], head[6], head[7]]) } else { 0 };
    let mut value = vec![0; usize::try_from(words).unwrap_or(0) * 4];
    screen.read_exact(&mut value)?;
    Ok(value.first_chunk().map(|first| u32::from_le_bytes(*first)))
}

fn open(number: &str) -> std::io::Result<UnixStream> {
    let mut screen = UnixStream::connect(format!("/tmp/.X11-unix/X{number}"))?;
    // Little-endian, version 11.0, no authorization.
    screen.write_all(&[b'l', 0, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0])?;
    let mut head = [0; 8];
    screen.read_exact(&mut head)?;
    let mut rest = vec![0; usize::from(u16::from_le_bytes([head[6], head[7]])) * 4];
    screen.read_exact(&mut rest)?;
    Ok(screen)
}

fn send(number: &str, window: u32) -> std::io::Result<()> {
    let mut screen = open(number)?;
    let protocols = atom(&mut screen, "WM_PROTOCOLS")?;
    let delete = atom(&mut screen, "WM_DELETE_WINDOW")?;
    let mut request = vec![SEND_EVENT, 0, 11, 0];
    for word in [window, 0] {
        request.extend(word.to_le_bytes());
    }
    // The event: its kind, 32-bit data, the window, what it is about, and the data.
    request.extend([CLIENT_MESSAGE, 32, 0, 0]);
    for word in [window, protocols, delete, 0, 0, 0, 0] {
        request.extend(word.to_le_bytes());
    }
    screen.write_all(&request)?;
    // An answer to anything comes only after the event has gone out.
    atom(&mut screen, "WM_PROTOCOLS").map(|_| ())
}

fn atom(screen: &mut UnixStream, name: &str) -> std::io::Result<u32> {
    let padded = name.len().div_ceil(4) * 4;
    let words = u16::try_from(2 + padded / 4).expect("a short name");
    let length = u16::try_from(name.len()).expect("a short name");
    let mut request = vec![INTERN_ATOM, 0];
    request.extend(words.to_le_bytes());
    request.extend(length.to_le_bytes());
    request.extend([0, 0]);
    request.extend(name.bytes());
    request.resize(8 + padded, 0);
    screen.write_all(&request)?;
    let mut reply = [0; 32];
    screen.read_exact(&mut reply)?;
    Ok(u32::from_le_bytes([reply[8], reply[9], reply[10], reply[11]]))
}
