//! Takes the typed text apart, token by token.

use super::{Ask, Change, DateRange, Query, Reading, Term, Word};
use crate::entity::Kind;
use crate::text::{Syllable, clean_line, words};

/// Limits the terms of a query: nobody types more, and a page pasted by accident must not cost
/// a scan for each of its words.
pub(in crate::search) const MAX_TERMS: usize = 24;

/// Represents a stretch of the typed text without its signs.
struct Token<'t> {
    sign: Option<char>,
    text: &'t str,
    quoted: bool,
    /// Whether the typing may go on in it: nothing follows.
    open: bool,
}

pub(super) fn parse(text: &str) -> Query {
    let text = clean_line(text);
    let mut query = Query::default();
    let mut rest = text.trim_start();
    for _ in 0..MAX_TERMS {
        if rest.is_empty() {
            break;
        }
        let (token, after) = split_token(rest);
        query.add(&token);
        rest = after.trim_start();
    }
    query
}

/// Splits the first token off; `text` is not empty and begins with no white space.
fn split_token(text: &str) -> (Token<'_>, &str) {
    let sign = text.chars().next().filter(|c| matches!(c, '-' | '@' | '\'' | '’' | '‘'));
    let unsigned = &text[sign.map_or(0, char::len_utf8)..];
    let (quoted, text, rest) = if let Some(inside) = unsigned.strip_prefix(is_quote) {
        let closed = inside.split_once(is_quote);
        closed.map_or((true, inside, None), |(inside, rest)| (true, inside, Some(rest)))
    } else {
        let end = unsigned.find(char::is_whitespace).unwrap_or(unsigned.len());
        (false, &unsigned[..end], Some(&unsigned[end..]).filter(|rest| !rest.is_empty()))
    };
    (Token { sign, text, quoted, open: rest.is_none() }, rest.unwrap_or_default())
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”')
}

impl Query {
    fn add(&mut self, token: &Token) {
        let bare = token.sign.is_none() && !token.quoted;
        if bare && (self.add_kind(token) || self.add_dates(token)) {
            return;
        }
        let ask = match token.sign {
            Some('\'' | '’' | '‘') => Ask::Exact,
            Some('-') => Ask::Whole,
            _ if token.open && !token.text.ends_with(char::is_whitespace) => Ask::Prefix,
            _ => Ask::Whole,
        };
        let Some(term) = term(token, ask) else { return };
        match token.sign {
            Some('-') => self.without.push(term),
            Some('@') => self.about.push(term),
            _ => self.terms.push(term),
        }
    }

    /// Takes `kind:person`; tells whether the token is done with.
    fn add_kind(&mut self, token: &Token) -> bool {
        let Some(name) = after_key(token.text, "kind:") else { return false };
        if let Some(kind) = Kind::from_name(name) {
            self.kinds.push(kind);
            return true;
        }
        let name = name.to_ascii_lowercase();
        token.open && Kind::ALL.iter().any(|kind| kind.name().starts_with(&name))
    }

    /// Takes `date:2023`; tells whether the token is done with.
    fn add_dates(&mut self, token: &Token) -> bool {
        let Some(range) = after_key(token.text, "date:") else { return false };
        if let Some(range) = DateRange::parse(range) {
            self.dates.push(range);
            return true;
        }
        token.open && range.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '.' | '/'))
    }
}

fn after_key<'t>(text: &'t str, key: &str) -> Option<&'t str> {
    let head = text.get(..key.len())?;
    head.eq_ignore_ascii_case(key).then(|| &text[key.len()..])
}

/// Makes the term of a token: `ask` is meant for its last word, or for all if it is exact.
fn term(token: &Token, ask: Ask) -> Option<Term> {
    let before = if ask == Ask::Exact { Ask::Exact } else { Ask::Whole };
    let mut words: Vec<_> = words(token.text)
        .map(|span| span.of(token.text).to_lowercase())
        .map(|typed| Word { syllable: Syllable::new(&typed), ask: before, typed })
        .filter(|word| !word.syllable.skeleton().is_empty())
        .collect();
    let last = words.last_mut()?;
    // A sign after the word ends it as a space does: `covid-` is not on its way to `covide`.
    if token.text.ends_with(char::is_alphanumeric) {
        last.ask = ask;
    }
    let may_be_fuzzy = !token.quoted && ask != Ask::Exact;
    let readings = vec![Reading { words, change: Change::Typed }];
    Some(Term { readings, may_be_fuzzy })
}
