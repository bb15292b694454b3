//! The byline: the author, pen name or agency that signs a news article on its last line.

use super::lines::lines;
use crate::text::Span;

/// The words of the longest byline.
const MOST_WORDS: usize = 6;
/// The characters of the longest byline.
const MOST_CHARS: usize = 60;
/// The words of a photo credit that may stand after the byline.
const CREDIT_WORDS: usize = 8;

/// What may stand before the names; `Theo` needs no colon.
const LABELS: [&str; 12] = [
    "tin, ảnh",
    "bài, ảnh",
    "tin và ảnh",
    "bài và ảnh",
    "tin-ảnh",
    "tin ảnh",
    "bài-ảnh",
    "tin bài",
    "thực hiện",
    "tác giả",
    "nguồn",
    "tin",
];
/// Papers and agencies whose names do not look like those of people.
const PAPERS: [&str; 14] = [
    "người lao động",
    "công an nhân dân",
    "tuổi trẻ",
    "thanh niên",
    "tiền phong",
    "dân trí",
    "lao động",
    "pháp luật",
    "vietnamnet",
    "vnexpress",
    "tổng hợp",
    "sức khỏe & đời sống",
    "pv",
    "p.v",
];

/// Words that begin the name of a person who is written about, or of a thing.
const NOT_A_SIGNATURE: [&str; 6] = ["Ông", "Bà", "Tướng", "Vua", "Tiếng", "Chị"];

/// Finds the byline of a body: its last line, or the one before a bare photo credit.
///
/// There must be text before it; a caption is never a byline.
pub(super) fn byline(text: &str, body: Span, captions: &[Span]) -> Option<Span> {
    let is_credit = |line: &Span| {
        captions.contains(line) && line.of(text).split_whitespace().count() <= CREDIT_WORDS
    };
    let line = lines(text, body).rev().take(3).find(|line| !is_credit(line))?;
    let free = !captions.iter().any(|caption| caption.overlaps(line));
    (free && line.start > body.start && is_byline(line.of(text))).then_some(line)
}

/// Tells whether a line has the look of a byline.
pub(super) fn is_byline(line: &str) -> bool {
    let inner = line.trim_matches(|c: char| c.is_whitespace() || "()*-–.".contains(c));
    let words = inner.split_whitespace().count();
    if inner.is_empty() || words > MOST_WORDS || inner.chars().count() > MOST_CHARS {
        return false;
    }
    let lower = inner.to_lowercase();
    let labelled = LABELS.iter().any(|label| {
        lower.strip_prefix(label).is_some_and(|rest| rest.trim_start().starts_with(':'))
    });
    if labelled {
        // The letters of the lower-cased copy may differ in length: only the sign is looked for.
        return inner.split_once(':').is_some_and(|(_, names)| starts_upper(names.trim_start()));
    }
    PAPERS.contains(&&*lower) || is_signed(inner)
}

/// Tells whether the line is names, with or without the source that they follow (`Theo Reuters`).
fn is_signed(line: &str) -> bool {
    let source =
        line.find("Theo ").or_else(|| line.find("theo ")).or_else(|| line.find("(tổng hợp"));
    let Some(at) = source else { return are_names(line) };
    let before = line[..at].trim_matches(|c: char| c.is_whitespace() || "(-–/,".contains(c));
    let after = line[at..].split_once(' ').map_or("", |(_, after)| after);
    let digest = line[at..].starts_with('(') && !before.is_empty();
    (before.is_empty() || are_names(before)) && (digest || starts_upper(after) && is_source(after))
}

/// Tells whether what follows `Theo` is the name of a source, not the rest of a sentence.
fn is_source(text: &str) -> bool {
    let plain = text.split_whitespace().filter(|word| word.starts_with(char::is_lowercase)).count();
    plain <= 2 && !text.contains([':', '?', '!', ';'])
}

/// Tells whether the text starts with a capital letter or a digit.
fn starts_upper(text: &str) -> bool {
    text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
}

/// Tells whether all words are parts of Vietnamese names, initials or agencies in capitals.
fn are_names(text: &str) -> bool {
    let parts = || {
        text.split(|c: char| c.is_whitespace() || "-–/&,.".contains(c)).filter(|p| !p.is_empty())
    };
    let alone = parts().count() == 1;
    let about = parts().count() > 2 && NOT_A_SIGNATURE.iter().any(|it| parts().next() == Some(*it));
    parts().count() > 0
        && !about
        && parts().all(|part| is_name_part(part) || alone && is_agency(part))
}

/// Tells whether a word is an agency: two to seven capitals.
fn is_agency(word: &str) -> bool {
    (2..=7).contains(&word.chars().count()) && word.chars().all(char::is_uppercase)
}

/// Tells whether a word is an initial or one capitalized Vietnamese syllable.
fn is_name_part(word: &str) -> bool {
    let letters: Vec<char> = word.chars().collect();
    let capital = letters.first().is_some_and(|c| c.is_uppercase());
    let rest_lower = letters[1.min(letters.len())..].iter().all(|c| c.is_lowercase());
    capital && (letters.len() == 1 || rest_lower && is_syllable(word))
}

/// Tells whether a word has the shape of one Vietnamese syllable: consonants, vowels, and one of the
/// eight final consonants or nothing.
fn is_syllable(word: &str) -> bool {
    let lower = word.to_lowercase();
    let is_consonant = |c: char| "bcdđghklmnpqrstvx".contains(c);
    let Some(vowel) = lower.find(|c| !is_consonant(c)) else { return false };
    let tail = &lower[vowel..];
    let end = tail.find(is_consonant).unwrap_or(tail.len());
    let vowels = tail[..end].chars().count();
    let foreign = tail[..end].contains(|c: char| "fjwz".contains(c) || !c.is_alphabetic());
    let finals = ["", "c", "ch", "m", "n", "ng", "nh", "p", "t"];
    vowel <= 4 && vowels <= 3 && !foreign && finals.contains(&&tail[end..])
}

#[cfg(test)]
mod tests;
