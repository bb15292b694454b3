//! Markdown: a first heading is the title. The rest stays as it is written.

use super::json::Fields;

/// Reads a Markdown file: a heading on the first line that is not blank is the title.
pub(super) fn fields(text: &str) -> Fields<'_> {
    let start = text.trim_start();
    let (line, rest) = start.split_once('\n').unwrap_or((start, ""));
    match heading(line) {
        Some(title) if !rest.trim().is_empty() => {
            Fields { title: Some(title.into()), text: Some(rest.into()), ..Fields::default() }
        }
        _ => Fields { text: Some(text.into()), ..Fields::default() },
    }
}

/// Gives the text of a heading, without the `#` on its sides.
fn heading(line: &str) -> Option<&str> {
    let marks = line.len() - line.trim_start_matches('#').len();
    let title = line[marks..].trim();
    let fine = (1..=6).contains(&marks) && line[marks..].starts_with([' ', '\t']);
    let bare = title.trim_end_matches('#').trim_end();
    (fine && !bare.is_empty()).then_some(bare)
}

#[cfg(test)]
mod tests {
    use super::fields;

    fn check(text: &str, title: Option<&str>, rest: &str) {
        let found = fields(text);
        assert_eq!(
            (found.title.as_deref(), found.text.as_deref()),
            (title, Some(rest)),
            "{text:?}"
        );
    }

    #[test]
    fn a_first_heading_is_the_title() {
        check("# Bão số 3\n\nBão đến.", Some("Bão số 3"), "\nBão đến.");
        check("\n\n## Bão ##\nBão đến.", Some("Bão"), "Bão đến.");
        check("#Bão\nBão đến.", None, "#Bão\nBão đến.");
        check("####### Bão\nx", None, "####### Bão\nx");
        check("# #\nx", None, "# #\nx");
        check("# Bão", None, "# Bão");
        check("Bão\n# đến", None, "Bão\n# đến");
    }
}
