//! The clipboard: through the terminal, which may be far away, and through a tool of the desktop.

use std::env::var_os;
use std::io::Write;
use std::process::{Command, Stdio};
use std::thread::Builder;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;

/// Gives what makes the terminal take a text into its clipboard (OSC 52).
///
/// Inside tmux it is said twice: to tmux, and through it to the terminal around it.
pub(super) fn sequence(text: &str, in_tmux: bool) -> String {
    let plain = format!("\x1b]52;c;{}\x07", BASE64_STANDARD.encode(text));
    if !in_tmux {
        return plain;
    }
    let passed = plain.replace('\x1b', "\x1b\x1b");
    format!("{plain}\x1bPtmux;{passed}\x1b\\")
}

/// Tells whether tmux stands between us and the terminal.
pub(super) fn in_tmux() -> bool {
    is_set("TMUX")
}

/// Gives a text to the tool of the desktop, where there is one; nobody waits for it.
pub(super) fn give_to_tool(text: String) {
    let Some(mut tool) = tool() else { return };
    let give = move || {
        let tool = tool.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
        let Ok(mut child) = tool.spawn() else { return };
        if let Some(mut stdin) = child.stdin.take() {
            let _ = stdin.write_all(text.as_bytes());
        }
        let _ = child.wait();
    };
    let _ = Builder::new().name("clipboard".into()).spawn(give);
}

/// Names the tool: that of the desktop on which the program runs, not of one far away.
fn tool() -> Option<Command> {
    if is_set("SSH_CONNECTION") {
        return None;
    }
    let (name, arguments): (_, &[&str]) = if cfg!(target_os = "macos") {
        ("pbcopy", &[])
    } else if is_set("WAYLAND_DISPLAY") {
        ("wl-copy", &[])
    } else if is_set("DISPLAY") {
        ("xclip", &["-selection", "clipboard"])
    } else {
        return None;
    };
    let mut command = Command::new(name);
    command.args(arguments);
    Some(command)
}

fn is_set(name: &str) -> bool {
    var_os(name).is_some_and(|value| !value.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_written_for_the_terminal() {
        assert_eq!(sequence("Đồng\n", false), "\x1b]52;c;xJDhu5NuZwo=\x07");
        assert_eq!(sequence("a", true), "\x1b]52;c;YQ==\x07\x1bPtmux;\x1b\x1b]52;c;YQ==\x07\x1b\\");
    }
}
