//! Where a sentence of news prose ends. It serves titles and captions, which need the first or the
//! last sentence of a paragraph; it is no general tokenizer.

/// Abbreviations whose period does not end a sentence, as news write them.
const ABBREVIATIONS: [&str; 32] = [
    "TP", "Tp", "tp", "PGS", "GS", "TS", "ThS", "Ths", "Th", "BS", "Bs", "BSCKI", "BSCKII", "KS",
    "LS", "CN", "TT", "NS", "Mr", "Mrs", "Ms", "Dr", "St", "Jr", "Sr", "No", "vs", "tr", "Nxb",
    "NXB", "Co", "Cty",
];

/// The longest stretch before a period that is looked at; no abbreviation is longer.
const LOOK_BACK: usize = 12;

/// Finds the end of the sentence that starts at byte `from`, its final mark and quotes included.
///
/// `text` is one paragraph. A period ends nothing inside a number or name (`27.4`, `TP.HCM`, `U.S.
/// Army`), after an initial or a known abbreviation, or before a lower-case letter.
pub(super) fn sentence_end(text: &str, from: usize) -> usize {
    let mut at = from;
    while let Some(found) = text[at..].find(['.', '!', '?', '…', '。', '！', '？']) {
        let mark = at + found;
        let after = after_marks(text, mark);
        if ends_here(&text[from..mark], &text[mark..after], &text[after..]) {
            return after;
        }
        at = after;
    }
    text.len()
}

/// Finds the byte after a run of final marks and the quotes or brackets that close over it.
fn after_marks(text: &str, mark: usize) -> usize {
    let is_tail = |c: char| ".!?…。！？\"”’»)]".contains(c);
    text[mark..].find(|c| !is_tail(c)).map_or(text.len(), |length| mark + length)
}

/// Tells whether the marks between `before` and `rest` are the end of a sentence.
fn ends_here(before: &str, marks: &str, rest: &str) -> bool {
    let Some(next) = rest.chars().next() else { return true };
    if marks.starts_with(['。', '！', '？']) {
        return true;
    }
    let period = marks.starts_with('.') && !marks.starts_with("..");
    if !next.is_whitespace() {
        return marks == "." && is_glued(before, rest);
    }
    let starts_lower = rest.trim_start().starts_with(char::is_lowercase);
    !(starts_lower || period && is_abbreviation(before))
}

/// Tells whether two sentences stand without a space between (`triển vọng.Sau đó`), as crawls do.
fn is_glued(before: &str, rest: &str) -> bool {
    let word: Vec<char> = last_word(before).collect();
    let plain =
        word.len() < LOOK_BACK && word.iter().filter(|c| c.is_lowercase()).count() == word.len();
    let mut next = rest.chars();
    let capital = next.next().is_some_and(char::is_uppercase);
    plain && word.len() > 1 && capital && next.next().is_some_and(|c| c.is_lowercase() || c == ' ')
}

/// Tells whether the period after `before` belongs to an abbreviation, an initial or a list number.
fn is_abbreviation(before: &str) -> bool {
    let reversed: Vec<char> = last_word(before).collect();
    let word: String = reversed.iter().rev().collect();
    let piece = word.rsplit(['.', '(', '"', '“', '-']).next().unwrap_or_default();
    let initial = piece.chars().count() == 1 && piece.chars().all(char::is_uppercase);
    let list_number =
        before.len() <= 3 && !before.is_empty() && before.bytes().all(|b| b.is_ascii_digit());
    initial || list_number || ABBREVIATIONS.contains(&piece)
}

/// Gives the letters of the last word, last letter first, at most [`LOOK_BACK`] of them.
fn last_word(before: &str) -> impl Iterator<Item = char> {
    before.chars().rev().take_while(|c| !c.is_whitespace()).take(LOOK_BACK)
}

#[cfg(test)]
mod tests {
    use super::sentence_end;
    use proptest::prelude::*;

    /// The sentences are divided by `|` in `marked`.
    fn check(marked: &str) {
        let text = marked.replace('|', "");
        let (mut found, mut at) = (String::new(), 0);
        while at < text.len() {
            let end = sentence_end(&text, at);
            found.push_str(&text[at..end]);
            if end < text.len() {
                found.push('|');
            }
            at = end;
        }
        assert_eq!(found, marked);
    }

    #[test]
    fn a_sentence_ends_at_its_mark() {
        check("Một câu.| Hai câu.| Ba");
        check("Thật à?| Thật!| Ừ…| Thôi.");
        check("\"Tôi không biết.\"| Ông nói.");
        check("Chờ đã...| Rồi sao?!| Hết.");
        check("Kết thúc năm 2023.| 27 người về.");
        check("世行是好朋友。|重要合作。");
        check("triển vọng.|Sau 5 ngày");
    }

    #[test]
    fn a_period_inside_a_name_or_number_ends_nothing() {
        check("Công an TP.HCM báo tin.");
        check("Công an TP. Hồ Chí Minh báo tin.");
        check("Ngày 27.4 tại Q.1 có 1.000 người.");
        check("PGS.TS. Nguyễn Văn Hùng và GS. Tạ Hải Tùng nói.");
        check("Quân đội U.S. Army ở đó.");
        check("Ông H. Long cùng P.V. Đức.");
        check("báo VnExpress.net và Vietnam.Net đưa tin");
        check("Anh nói... rồi đi.| Hết.");
        check("1. Công an báo tin.| 2 người.");
    }

    proptest! {
        #[test]
        fn every_end_is_further_on_and_on_a_border(text in "[aBẢđ0-9 .!?…\")]{0,30}|\\PC{0,30}") {
            let mut at = 0;
            while at < text.len() {
                let end = sentence_end(&text, at);
                prop_assert!(end > at && text.is_char_boundary(end));
                at = end;
            }
        }
    }
}
