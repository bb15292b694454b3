//! Tokens of an article, and a lower-cased copy of its text that tables are looked up in.
//!
//! A token is a number with its inner `. , / : -`, a run of letters, or a single mark. The copy
//! holds the tokens with exactly one space where the text has white space, so that any stretch of
//! tokens is one slice of it and a look-up allocates nothing. This is not a word segmenter.

use super::gazetteer::{Class, Entry, Gazetteer, Statistics};
use crate::text::Span;

mod cut;

use cut::{form_of, lower_into, token_end};

/// Tells how a token is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// Digits, with inner marks.
    Number,
    /// Letters, the first one small.
    Lower,
    /// Letters, the first one a capital.
    Title,
    /// Two or more letters, all of them capitals.
    Upper,
    /// Anything else: one character.
    Mark,
}

/// Represents one token: where it stands, how it is written, what the tables say of it.
#[derive(Debug, Clone, Copy)]
struct Token {
    start: u32,
    end: u32,
    low: (u32, u32),
    form: Form,
    glued: bool,
    opens: bool,
    line: u32,
    entry: Entry,
}

/// Holds the tokens of one article. Positions past the end read as an empty mark.
pub(crate) struct Tokens<'a> {
    text: &'a str,
    lower: String,
    list: Vec<Token>,
    gazetteer: &'a Gazetteer,
}

impl<'a> Tokens<'a> {
    /// Cuts a text into tokens and looks each one up.
    pub fn new(text: &'a str, gazetteer: &'a Gazetteer) -> Self {
        let mut this = Self {
            text,
            lower: String::with_capacity(text.len() + 16),
            list: Vec::with_capacity(text.len() / 4),
            gazetteer,
        };
        let mut cursor = Cursor { line: 0, glued: false, opens: true };
        let mut at = 0;
        while let Some(first) = text[at..].chars().next() {
            let end = at + first.len_utf8();
            if first.is_whitespace() {
                cursor.space(first);
                at = end;
            } else {
                let end = token_end(text, at, first);
                this.push(at, end, &mut cursor);
                at = end;
            }
        }
        this
    }

    fn push(&mut self, start: usize, end: usize, cursor: &mut Cursor) {
        let raw = &self.text[start..end];
        if !cursor.glued && !self.lower.is_empty() {
            self.lower.push(' ');
        }
        let low = self.lower.len();
        lower_into(raw, &mut self.lower);
        let form = form_of(raw);
        let entry = self.gazetteer.word(&self.lower[low..]);
        self.list.push(Token {
            start: start as u32,
            end: end as u32,
            low: (low as u32, self.lower.len() as u32),
            form,
            glued: cursor.glued,
            opens: cursor.opens,
            line: cursor.line,
            entry,
        });
        cursor.after(raw, form);
    }

    /// Gives the number of tokens.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Gives a token as it is written.
    pub fn raw(&self, at: usize) -> &'a str {
        self.list.get(at).map_or("", |t| &self.text[t.start as usize..t.end as usize])
    }

    /// Gives a token in lower case.
    pub fn low(&self, at: usize) -> &str {
        self.list.get(at).map_or("", |t| &self.lower[t.low.0 as usize..t.low.1 as usize])
    }

    /// Gives the tokens `from..to` in lower case, one space between those that have white space.
    pub fn phrase(&self, from: usize, to: usize) -> &str {
        match (self.list.get(from), self.list.get(to.wrapping_sub(1))) {
            (Some(a), Some(b)) if from < to => &self.lower[a.low.0 as usize..b.low.1 as usize],
            _ => "",
        }
    }

    /// Gives the tokens `from..to` as they are written.
    pub fn source(&self, from: usize, to: usize) -> &'a str {
        if from < to && to <= self.len() { self.span(from, to).of(self.text) } else { "" }
    }

    /// Gives how a token is written.
    pub fn form(&self, at: usize) -> Form {
        self.list.get(at).map_or(Form::Mark, |t| t.form)
    }

    /// Tells whether a token begins with a capital letter.
    pub fn capital(&self, at: usize) -> bool {
        matches!(self.form(at), Form::Title | Form::Upper)
    }

    /// Tells whether a token is a word in lower case.
    pub fn small(&self, at: usize) -> bool {
        self.form(at) == Form::Lower
    }

    /// Tells whether a token stands right after the one before it, without white space.
    pub fn glued(&self, at: usize) -> bool {
        self.list.get(at).is_some_and(|t| t.glued)
    }

    /// Tells whether a token is the first word of a sentence, a line or a quotation.
    pub fn opens(&self, at: usize) -> bool {
        self.list.get(at).is_some_and(|t| t.opens)
    }

    /// Tells whether a token is the first of its line.
    pub fn opens_line(&self, at: usize) -> bool {
        at < self.len() && (at == 0 || !self.same_line(at - 1, at))
    }

    /// Tells whether both tokens stand in the same line.
    pub fn same_line(&self, one: usize, other: usize) -> bool {
        matches!((self.list.get(one), self.list.get(other)), (Some(a), Some(b)) if a.line == b.line)
    }

    /// Tells whether the tables put a token, taken alone, into one of the classes.
    pub fn is(&self, at: usize, class: Class) -> bool {
        self.list.get(at).is_some_and(|t| t.entry.class.meets(class))
    }

    /// Tells whether a token, in lower case, is one of the words.
    pub fn any(&self, at: usize, words: &[&str]) -> bool {
        words.contains(&self.low(at))
    }

    /// Tells whether the word before a token, in the same line, is in the class.
    pub fn after(&self, at: usize, class: Class) -> bool {
        at > 0 && self.same_line(at - 1, at) && self.is(at - 1, class)
    }

    /// Gives the end of the longest phrase of the class that begins at a token.
    pub fn longest(&self, at: usize, class: Class) -> Option<usize> {
        let entry = self.list.get(at)?.entry;
        if !entry.begins.meets(class) {
            return None;
        }
        let reach = entry.reach as usize;
        (at + 1..=(at + reach).min(self.len()))
            .rev()
            .find(|&end| self.same_line(at, end - 1) && self.class(at, end).meets(class))
    }

    /// Gives what the tables say of the tokens `from..to` as one phrase.
    pub fn class(&self, from: usize, to: usize) -> Class {
        match self.list.get(from) {
            Some(token) if to == from + 1 => token.entry.class,
            Some(token) if to > from && to - from <= token.entry.reach as usize => {
                self.gazetteer.phrase(self.phrase(from, to))
            }
            _ => Class::NONE,
        }
    }

    /// Gives what was counted about a token in lower case.
    pub fn statistics(&self, at: usize) -> Statistics {
        self.list.get(at).map_or_else(Statistics::default, |t| t.entry.statistics)
    }

    /// Gives what was counted about the tokens `from..to` as one phrase.
    pub fn counted(&self, from: usize, to: usize) -> Statistics {
        if to == from + 1 {
            self.statistics(from)
        } else {
            self.gazetteer.statistics(self.phrase(from, to))
        }
    }

    /// Gives the classes of a token, taken alone.
    pub fn word_class(&self, at: usize) -> Class {
        self.list.get(at).map_or(Class::NONE, |t| t.entry.class)
    }

    /// Gives the bytes that the tokens `from..to` cover; `from < to` must hold.
    pub fn span(&self, from: usize, to: usize) -> Span {
        Span::new(self.list[from].start as usize, self.list[to - 1].end as usize)
    }
}

/// Remembers what stands before the next token.
struct Cursor {
    line: u32,
    glued: bool,
    opens: bool,
}

impl Cursor {
    fn space(&mut self, mark: char) {
        self.glued = false;
        if matches!(mark, '\n' | '\r' | '\u{2028}' | '\u{2029}') {
            self.line += 1;
            self.opens = true;
        }
    }

    fn after(&mut self, raw: &str, form: Form) {
        self.glued = true;
        self.opens = match form {
            Form::Mark => {
                matches!(raw, "." | "!" | "?" | "…" | ":" | "\"" | "“" | "”" | "•" | "*" | ";")
                    || self.opens && matches!(raw, "-" | "–" | "(" | "'" | "‘" | "[")
            }
            _ => false,
        };
    }
}

#[cfg(test)]
#[path = "token/tests.rs"]
mod tests;
