//! Writing out documents: `Nghị định 13` is Nghị định 13/2023/NĐ-CP, `Luật Quy hoạch` the one of
//! its year, and `Điều 214` the article of the code that the sentence goes on to name.

use std::collections::{HashMap, HashSet};

use super::{Draft, nearest};
use crate::entity::Kind;

/// Lists the kinds of documents that have a number, and how they are cut short.
const KINDS: [(&str, &str); 16] = [
    ("nghị định", "nđ"),
    ("nghị quyết", "nq"),
    ("thông tư", "tt"),
    ("thông tư liên tịch", "ttlt"),
    ("quyết định", "qđ"),
    ("chỉ thị", "ct"),
    ("quy định", ""),
    ("kết luận", "kl"),
    ("công điện", "cđ"),
    ("công văn", "cv"),
    ("kế hoạch", "kh"),
    ("thông báo", "tb"),
    ("hướng dẫn", "hd"),
    ("đề án", ""),
    ("pháp lệnh", ""),
    ("luật", ""),
];

/// Lists the words that laws with a name begin with.
const LAWS: [&str; 4] = ["bộ luật", "luật", "hiến pháp", "pháp lệnh"];

/// Lists the words that parts of documents begin with.
const PARTS: [&str; 5] = ["điều", "khoản", "điểm", "chương", "mục"];

/// Writes the names of documents out.
pub(super) fn write_out(draft: &mut Draft) {
    let mentions: Vec<usize> = draft.of_kind(Kind::Law).collect();
    list_items(draft, &mentions);
    numbers(draft, &mentions);
    editions(draft, &mentions);
    parts(draft, &mentions);
}

/// Gives the items of a list the kind that stands before the first: `nghị định 95/2024, 96/2024`,
/// `các luật Đất đai, Nhà ở`.
fn list_items(draft: &mut Draft, mentions: &[usize]) {
    let mut kind: Option<&str> = None;
    for &index in mentions {
        let joined = matches!(draft.gap(index), Some("," | "và"));
        let name = draft.names[index].to_lowercase();
        let before = &draft.text[..draft.mentions[index].span.start as usize];
        if starts_any(&name, &PARTS) {
            continue;
        }
        if let Some(own) = kind_of(&name) {
            kind = Some(own);
        } else if before.trim_end().ends_with(" luật") {
            kind = Some("luật");
        } else if !joined || draft.kind(index.saturating_sub(1)) != Some(Kind::Law) {
            kind = None;
        }
        if let Some(kind) = kind.filter(|_| kind_of(&name).is_none()) {
            let (first, rest) = kind.split_at(kind.chars().next().map_or(0, char::len_utf8));
            draft.names[index] = format!("{}{rest} {}", first.to_uppercase(), draft.names[index]);
        }
    }
}

fn starts_any(name: &str, words: &[&str]) -> bool {
    words.iter().any(|word| name.strip_prefix(word).is_some_and(|rest| rest.starts_with(' ')))
}

/// Finds the kind of document that a name in lower case begins with.
fn kind_of(name: &str) -> Option<&'static str> {
    let begins = |word: &str| !word.is_empty() && starts_any(name, &[word]);
    let named = LAWS.iter().copied().find(|law| *law == name || begins(law));
    let numbered = || KINDS.iter().find(|(kind, cut)| begins(kind) || begins(cut));
    named.or_else(|| numbered().map(|(kind, _)| *kind))
}

/// Writes numbers without year and issuer out to the nearest that have them.
fn numbers(draft: &mut Draft, mentions: &[usize]) {
    let mut full: HashMap<(&str, u32), Vec<usize>> = HashMap::new();
    for &index in mentions {
        if let Some((_, kind, number, rest)) = numbered(&draft.names[index])
            && rest.len() > number.len()
            && let Ok(value) = number.parse()
        {
            full.entry((kind, value)).or_default().push(index);
        }
    }
    for &index in mentions {
        let Some((part, kind, number, code)) = numbered(&draft.names[index]) else { continue };
        let Ok(value) = number.parse() else { continue };
        let Some(found) = full.get(&(kind, value)) else { continue };
        let Some(long) = nearest(found, index) else { continue };
        let Some((_, _, _, long_code)) = numbered(&draft.names[long]) else { continue };
        if long_code.len() > code.len()
            && long_code.trim_start_matches('0').starts_with(code.trim_start_matches('0'))
        {
            let head = &draft.names[index][..part];
            draft.names[index] = format!("{head}{}", document(&draft.names[long]));
        }
    }
}

/// Gives the document of a name without the part of it that is meant.
fn document(name: &str) -> &str {
    numbered(name).map_or(name, |(from, ..)| &name[from..])
}

/// Reads a document with a number: where it begins in the name, its kind, the number alone, and
/// the number with all that is joined to it. Nothing may stand behind it.
fn numbered(name: &str) -> Option<(usize, &'static str, &str, &str)> {
    let (before, code) = name.rsplit_once(' ')?;
    let digits = code.bytes().take_while(u8::is_ascii_digit).count();
    let before = before.strip_suffix(" số").unwrap_or(before);
    if !(1..=6).contains(&digits) {
        return None;
    }
    let lower = before.to_lowercase();
    let ends = |word: &str| {
        let rest = lower.strip_suffix(word).filter(|_| !word.is_empty())?;
        let whole = rest.is_empty() || rest.ends_with(' ');
        (whole && lower.len() == before.len()).then_some(rest.len())
    };
    let mut found =
        KINDS.iter().filter_map(|(kind, cut)| Some((ends(kind).or_else(|| ends(cut))?, *kind)));
    let (start, kind) = found.next()?;
    Some((start, kind, &code[..digits], code))
}

/// Writes laws without their edition out to the only one of the article.
fn editions(draft: &mut Draft, mentions: &[usize]) {
    let mut known: HashMap<String, (usize, HashSet<String>)> = HashMap::new();
    for &index in mentions {
        let name = &draft.names[index];
        if let Some((_, base, edition)) = law(name).filter(|(_, _, edition)| !edition.is_empty()) {
            let entry = known.entry(base.to_lowercase()).or_insert((index, HashSet::new()));
            entry.1.insert(edition.to_lowercase());
        }
    }
    for &index in mentions {
        let name = &draft.names[index];
        if let Some((_, base, "")) = law(name)
            && let Some((long, editions)) = known.get(&base.to_lowercase())
            && editions.len() == 1
            && let Some((_, _, edition)) = law(&draft.names[*long])
        {
            draft.names[index] = format!("{name} {edition}");
        }
    }
}

/// Reads a law with a name: the part of it, its name, its edition (`2018`, `(sửa đổi)`, `số ...`).
fn law(name: &str) -> Option<(&str, &str, &str)> {
    let lower = name.to_lowercase();
    if lower.len() != name.len() {
        return None;
    }
    let start = LAWS
        .iter()
        .filter_map(|law| {
            let at = lower.find(law)?;
            (at == 0 || lower[..at].ends_with(' ')).then_some(at)
        })
        .min()?;
    let (part, law) = name.split_at(start);
    let begins = |rest: &str| {
        rest.starts_with(['(', '1', '2'])
            || ["năm ", "số ", "nước "].iter().any(|word| rest.starts_with(word))
    };
    let at = law.match_indices(' ').map(|(at, _)| at).find(|&at| begins(&law[at + 1..]));
    let (base, edition) = at.map_or((law, ""), |at| (&law[..at], &law[at + 1..]));
    (base.contains(' ')).then_some((part, base, edition))
}

/// Gives parts of a document the document that the next part in a list names.
fn parts(draft: &mut Draft, mentions: &[usize]) {
    for &index in mentions.iter().rev() {
        let next = index + 1;
        if draft.kind(next) != Some(Kind::Law) || !matches!(draft.gap(next), Some("," | "và")) {
            continue;
        }
        let (name, after) = (&draft.names[index], &draft.names[next]);
        if is_part(name) && starts_any(&after.to_lowercase(), &PARTS) {
            let whole = law(after).map(|(part, ..)| part.len()).or(numbered(after).map(|n| n.0));
            if let Some(whole) = whole {
                draft.names[index] = format!("{name} {}", &after[whole..]);
            }
        }
    }
}

/// Tells whether a name is only that of a part.
fn is_part(name: &str) -> bool {
    let number =
        |word: &str| word.chars().count() < 3 || word.starts_with(|c: char| c.is_ascii_digit());
    name.to_lowercase().split(' ').all(|word| PARTS.contains(&word) || number(word))
}
