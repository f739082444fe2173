//! The desk's screen from outside the app: where its window is, and what a pointer, a keyboard and a camera can do there.

use std::process::Command;

use crate::desk::Desk;
use crate::title_bar;
use crate::until::found;

impl Desk {
    /// Asks the window to close, as the cross in its title bar does.
    pub fn close_window(&self) {
        let id = found(|| self.windows(&["--onlyvisible"]).first().copied()).expect("the window can be seen");
        title_bar::ask_to_close(self.display().trim_start_matches(':'), id);
    }

    /// Whether the window is on the screen.
    pub fn window_is_shown(&self) -> bool {
        !self.windows(&["--onlyvisible"]).is_empty()
    }

    /// Whether the window was made small, so that it is off the screen but among the windows.
    pub fn window_is_small(&self) -> bool {
        let display = self.display().trim_start_matches(':');
        !self.window_is_shown() && self.windows(&[]).into_iter().any(|id| title_bar::is_small(display, id))
    }

    fn windows(&self, which: &[&str]) -> Vec<u32> {
        let found = self.xdotool(&[&["search"], which, &["--name", "^Hearth$"]].concat());
        found.lines().filter_map(|id| id.parse().ok()).collect()
    }

    /// Waits for the system's print dialog, and puts it away.
    pub fn until_print_dialog(&self) {
        let shown = || {
            let found = self.xdotool(&["search", "--onlyvisible", "--name", "^Print$"]);
            found.lines().next().map(str::to_owned)
        };
        let id = found(shown).expect("the system's print dialog comes up");
        self.xdotool(&["windowfocus", &id, "key", "Escape"]);
        found(|| shown().is_none().then_some(())).expect("the print dialog can be put away");
    }

    /// Moves the pointer to a place on the screen, and presses a button there if one is given.
    pub fn point(&self, (x, y): (u32, u32), button: Option<u8>) {
        self.xdotool(&["mousemove", &x.to_string(), &y.to_string()]);
        if let Some(button) = button {
            self.xdotool(&["click", &button.to_string()]);
        }
    }

    /// Presses a key for whatever has the keyboard, by its X name.
    pub fn key(&self, name: &str) {
        self.xdotool(&["key", name]);
    }

    /// Whether `part` of the screen, as in [`Desk::screenshot`], has a pixel of such a colour.
    pub fn shows(&self, part: &str, colour: impl Fn([u8; 3]) -> bool) -> bool {
        self.share(part, colour) > 0.0
    }

    /// How much of `part` of the screen is of such a colour: 0 to 1.
    pub fn share(&self, part: &str, colour: impl Fn([u8; 3]) -> bool) -> f64 {
        let pixels = self.grab(&["-crop", part, "-depth", "8", "rgb:-"]);
        let pixels = pixels.as_chunks::<3>().0;
        let such = pixels.iter().filter(|pixel| colour(**pixel)).count();
        such as f64 / pixels.len().max(1) as f64
    }

    /// A part of the screen as it is, as PNG: width, height, and place from the left and the top.
    pub fn screenshot(&self, part: &str) -> Vec<u8> {
        self.grab(&["-crop", part, "+repage", "-strip", "png:-"])
    }

    fn grab(&self, how: &[&str]) -> Vec<u8> {
        let mut import = Command::new("import");
        import.env("DISPLAY", self.display()).args(["-window", "root"]).args(how);
        import.output().expect("ImageMagick is installed").stdout
    }

    fn xdotool(&self, args: &[&str]) -> String {
        let output = Command::new("xdotool").env("DISPLAY", self.display()).args(args).output();
        String::from_utf8_lossy(&output.expect("xdotool is installed").stdout).into_owned()
    }
}
