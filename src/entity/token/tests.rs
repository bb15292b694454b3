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
fn phrases_are_found_in_any_spelling() {
    let gazetteer = Gazetteer::new();
    let tokens = Tokens::new("Hà  NỘI\u{a0}, TP.HCM hà-nội", &gazetteer);
    let lower: Vec<&str> = (0..tokens.len()).map(|at| tokens.low(at)).collect();
    assert_eq!(lower, ["hà", "nội", ",", "tp", ".", "hcm", "hà", "-", "nội"]);
    let found = [(0, 2), (3, 6), (0, 3), (6, 9)]
        .map(|(from, to)| tokens.class(from, to).meets(Class::PROVINCE.or(Class::CITY)));
    assert_eq!(found, [true, true, false, false]);
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
