//! What is made from the definitions of the arguments.

use crate::{printed, run};

#[test]
fn shells_complete_and_the_manual_has_all_commands() {
    for (shell, sign) in [
        ("bash", "complete -F"),
        ("zsh", "#compdef docbao"),
        ("fish", "complete -c docbao"),
        ("powershell", "Register-ArgumentCompleter"),
        ("elvish", "edit:completion"),
    ] {
        let script = printed(&run(&["completions", shell]));
        assert!(script.contains(sign) && script.contains("standoff"), "{shell}: {script}");
    }
    let page = printed(&run(&["man"]));
    for command in ["SEARCH", "ENTITIES", "ENTITY", "EXPORT", "SHOW", "LIST", "CACHE"] {
        assert!(page.contains(&format!(".SH DOCBAO {command}\n")), "{command}");
    }
    assert!(page.contains("NO_COLOR"));
    let version = printed(&run(&["--version"]));
    assert!(version.starts_with("docbao ") && version.contains(" build for "), "{version}");
}
