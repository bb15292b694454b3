use super::*;

fn check(text: &str, expected: &[&str]) {
    let gazetteer = Gazetteer::new();
    let tokens = Tokens::new(text, &gazetteer);
    let found: Vec<&str> = (0..tokens.len()).map(|at| tokens.raw(at)).collect();
    assert_eq!(found, expected);
}

#[test]
fn numbers_keep_their_inner_marks() {
    check("27/4, 1.998 và 3,5%.", &["27/4", ",", "1.998", "và", "3,5", "%", "."]);
    check("30-NQ/TW", &["30", "-", "NQ", "/", "TW"]);
    check("8h30", &["8", "h", "30"]);
}

#[test]
fn letters_and_marks_part() {
    check("TP.HCM", &["TP", ".", "HCM"]);
    check("An\u{a0}ninh", &["An", "ninh"]);
    check("…\"a\"", &["…", "\"", "a", "\""]);
}

#[test]
fn the_copy_has_one_space_for_white_space() {
    let gazetteer = Gazetteer::new();
    let tokens = Tokens::new("Hà  NỘI\u{a0}, TP.HCM", &gazetteer);
    assert_eq!(tokens.phrase(0, tokens.len()), "hà nội , tp.hcm");
}

#[test]
fn sentences_and_lines_open() {
    let gazetteer = Gazetteer::new();
    let tokens = Tokens::new("Một. Hai ba\nBốn", &gazetteer);
    let opens: Vec<&str> =
        (0..tokens.len()).filter(|&at| tokens.opens(at)).map(|at| tokens.raw(at)).collect();
    assert_eq!(opens, ["Một", "Hai", "Bốn"]);
    assert!(tokens.opens_line(4) && !tokens.opens_line(2));
}
