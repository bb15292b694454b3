//! Titles: whether a first line is one, and the title that an article without one gets from its
//! first sentence.

use unicode_segmentation::UnicodeSegmentation;

use super::byline::is_byline;
use super::caption::is_caption;
use super::lines::lines;
use super::sentence::sentence_end;
use crate::text::Span;

/// The longest first line that is taken for a title, in characters.
const LONGEST_LINE: usize = 200;
/// The longest derived title, in characters.
const LONGEST: usize = 90;
/// The shortest derived title that is cut at a clause, in characters.
const SHORTEST_CLAUSE: usize = 40;

/// Characters that begin markup, lists and torn text, but no title.
const NO_TITLE_START: [char; 12] = ['<', '{', '[', '=', '|', '.', ',', ';', ':', '-', '*', '@'];

/// Newspapers that open their articles with their own initials.
const DATELINES: [&str; 19] = [
    "TTO",
    "TT",
    "TTXVN",
    "TNO",
    "TTCT",
    "QĐND",
    "SKĐS",
    "NLĐO",
    "NLĐ",
    "PLO",
    "VTV",
    "VOV",
    "ANTĐ",
    "ANTV",
    "GD&TĐ",
    "LĐO",
    "ĐTCK",
    "TBKTSG",
    "CôngThương",
];
/// Words that begin a clause of time before the news itself.
const TIME_WORDS: [&str; 16] = [
    "Ngày", "Năm", "Sáng", "Trưa", "Chiều", "Tối", "Đêm", "Khuya", "Rạng", "Tháng", "Hôm", "Mới",
    "Vừa", "Trong", "Vào", "Mấy",
];
/// Words that cannot be the last of a title that is cut.
const LINKING_WORDS: [&str; 24] = [
    "và", "của", "tại", "ở", "là", "để", "cho", "với", "về", "trong", "trên", "từ", "đến", "các",
    "những", "một", "đã", "được", "bị", "do", "khi", "mà", "như", "hoặc",
];

/// Finds the first line of a body, when it looks like a title: short, one sentence that does not end
/// like one of prose, no caption or name, and followed by more text than it has itself.
pub(super) fn first_line_title(text: &str, body: Span) -> Option<Span> {
    let mut found = lines(text, body);
    let line = found.next()?;
    let next = found.next()?;
    let title = line.of(text);
    let chars = title.chars().count();
    let rest = text[line.end as usize..body.end as usize].trim().len();
    // A lead that a crawl cut ends in an ellipsis too, but it is longer than a title.
    let trails_off = title.ends_with("...") || title.ends_with('…');
    let ends_open = title.ends_with(['.', ',', ';', ':', '…']) && !(trails_off && chars <= LONGEST);
    let wrapped = next.of(text).starts_with(char::is_lowercase);
    let odd_start = title.starts_with(NO_TITLE_START) || title.starts_with("http");
    let sized = chars <= LONGEST_LINE && title.len() <= rest;
    let fine = sized && title.split_whitespace().nth(1).is_some();
    let one_sentence = fine && sentence_end(title, 0) == title.len();
    let part = one_sentence && (is_caption(title) || is_byline(title));
    (one_sentence && !part && !ends_open && !wrapped && !odd_start).then_some(line)
}

/// Derives a title from the first sentence of a body that is no caption.
///
/// Newspaper initials (`(Dân trí) - `, `TTO - `) and a clause of time (`Ngày 27/4, `) before a
/// capital are left out. A sentence that is too long is cut at its last fitting clause, else after a
/// word. Gives an empty span only for an empty body.
pub(super) fn derived_title(text: &str, body: Span, captions: &[Span]) -> Span {
    let is_prose = |line: &Span| {
        let caption = captions.binary_search_by_key(&line.start, |caption| caption.start).is_ok();
        !caption && line.of(text).split_whitespace().nth(1).is_some()
    };
    let line = lines(text, body).find(is_prose).or_else(|| lines(text, body).next());
    let Some(line) = line else { return Span::new(body.start as usize, body.start as usize) };
    let paragraph = line.of(text);
    let start = after_time(paragraph, after_dateline(paragraph));
    let end = sentence_end(paragraph, start);
    let cut = start + fitting(&paragraph[start..end]);
    Span::new(line.start as usize + start, line.start as usize + cut)
}

/// Finds the byte after a bullet and the initials of the newspaper.
fn after_dateline(paragraph: &str) -> usize {
    let bare = paragraph.trim_start_matches(|c: char| c.is_whitespace() || "-–*•·+>".contains(c));
    let bare = if bare.is_empty() { paragraph } else { bare };
    let start = paragraph.len() - bare.len();
    let (name, rest) = match bare.strip_prefix('(').and_then(|inner| inner.split_once(')')) {
        Some((name, rest)) => (name, rest),
        None => bare.split_once(char::is_whitespace).unwrap_or((bare, "")),
    };
    let in_brackets = bare.starts_with('(') && name.split_whitespace().count() <= 4;
    let initials = name.trim_end_matches(['-', '–']);
    let known = DATELINES.contains(&initials) || initials.to_lowercase().ends_with(".vn");
    let rest = rest.trim_start().trim_start_matches("Online").trim_start();
    let dashed = rest.starts_with(['-', '–', '—']) || initials != name;
    let lone = matches!(name, "TTO" | "TNO" | "PLO");
    if !(dashed && (in_brackets || known) || lone) {
        return start;
    }
    let rest = rest.trim_start_matches(|c: char| c.is_whitespace() || "-–—".contains(c));
    if rest.is_empty() { start } else { paragraph.len() - rest.len() }
}

/// Finds the byte after a clause of time, when the news that follows begins with a capital.
fn after_time(paragraph: &str, start: usize) -> usize {
    let sentence = &paragraph[start..sentence_end(paragraph, start)];
    let Some((clause, rest)) = sentence.split_once(", ") else { return start };
    let first = clause.split_whitespace().next().unwrap_or_default();
    let short = clause.split_whitespace().count() <= 6;
    let fine =
        short && TIME_WORDS.contains(&first) && clause.contains(|c: char| c.is_ascii_digit());
    let long_enough = rest.chars().count() >= SHORTEST_CLAUSE;
    let news = rest.trim_start();
    if fine && long_enough && news.starts_with(char::is_uppercase) {
        start + sentence.len() - news.len()
    } else {
        start
    }
}

/// Gives the length of the part of a sentence that fits a title, without its final period.
fn fitting(sentence: &str) -> usize {
    let whole = sentence.trim_end();
    let bare = if whole.ends_with("...") { whole } else { whole.trim_end_matches('.') };
    let bare = if bare.is_empty() { whole } else { bare };
    let Some((limit, _)) = bare.grapheme_indices(true).nth(LONGEST) else { return bare.len() };
    let least = bare.grapheme_indices(true).nth(SHORTEST_CLAUSE).map_or(0, |(at, _)| at);
    let clauses = [", ", "; ", ": ", " - ", " – ", "，", "；"];
    let clause = clauses.iter().filter_map(|mark| bare[..limit].rfind(mark)).max();
    let cut = match clause.filter(|&at| at >= least) {
        Some(at) => bare[..at].trim_end().len(),
        None => after_word(bare, limit),
    };
    before_open_bracket(&bare[..cut], least)
}

/// Gives the length up to a bracket that is opened and not closed, when `least` bytes stay.
fn before_open_bracket(title: &str, least: usize) -> usize {
    let open = title.rfind('(').filter(|&at| !title[at..].contains(')'));
    let length = open.map_or(title.len(), |at| title[..at].trim_end().len());
    if length >= least.max(1) { length } else { title.len() }
}

/// Gives the length up to the last whole word before `limit`, linking words left out; a single word
/// that is longer is cut between clusters.
fn after_word(sentence: &str, limit: usize) -> usize {
    let head = &sentence[..limit];
    let at_word = sentence[limit..].starts_with(' ');
    let whole = if at_word { Some(limit) } else { head.rfind(' ') };
    let mut length = whole.map_or(0, |at| head[..at].trim_end().len());
    while let Some(space) = head[..length].rfind(' ') {
        if !LINKING_WORDS.contains(&head[space + 1..length].to_lowercase().as_str()) {
            break;
        }
        length = head[..space].trim_end().len();
    }
    if length == 0 { limit } else { length }
}

#[cfg(test)]
mod tests;
