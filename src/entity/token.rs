//! Tokens of an article, and what the tables say of each.
//!
//! A token is a number with its inner `. , / : -`, a run of letters, or a single mark. A phrase is
//! looked up by a hash that is joined from those of its tokens, so that no look-up copies or reads
//! text. This is not a word segmenter.

pub(crate) use super::form::Form;
use super::form::token_end;
use super::gazetteer::{Class, Entry, Gazetteer, Statistics, Traits, join};
use crate::text::Span;

/// Represents one token: where it stands, and what it says by itself.
#[derive(Debug, Clone, Copy)]
struct Token {
    start: u32,
    end: u32,
    /// Where its copy in lower case stands; empty when it is written so.
    lower: (u32, u32),
    line: u32,
    glued: bool,
    opens: bool,
    traits: Traits,
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
        let from = self.lower.len() as u32;
        let traits = self.gazetteer.word(raw, |word| {
            self.lower.push_str(word.lower.as_deref().unwrap_or_default());
            word.traits
        });
        self.list.push(Token {
            start: start as u32,
            end: end as u32,
            lower: (from, self.lower.len() as u32),
            line: cursor.line,
            glued: cursor.glued,
            opens: cursor.opens,
            traits,
        });
        cursor.after(raw, traits.form);
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
        match self.list.get(at) {
            Some(Token { lower: (from, to), .. }) if from < to => {
                &self.lower[*from as usize..*to as usize]
            }
            _ => self.raw(at),
        }
    }

    /// Finds what the tables say of the tokens `from..to` as one phrase.
    fn entry(&self, from: usize, to: usize) -> Entry {
        match self.list.get(from..to) {
            Some([first]) => first.traits.entry,
            Some([first, rest @ ..]) => {
                let joined = |hash, token: &Token| join(hash, token.traits.hash, token.glued);
                self.gazetteer.find(rest.iter().fold(first.traits.hash, joined))
            }
            _ => Entry::default(),
        }
    }

    /// Gives the tokens `from..to` as they are written.
    pub fn source(&self, from: usize, to: usize) -> &'a str {
        if from < to && to <= self.len() { self.span(from, to).of(self.text) } else { "" }
    }

    /// Gives how a token is written.
    pub fn form(&self, at: usize) -> Form {
        self.list.get(at).map_or(Form::Mark, |t| t.traits.form)
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

    /// Tells whether several spaces stand before a token, in the same line.
    pub fn gap(&self, at: usize) -> bool {
        at > 0
            && self.same_line(at - 1, at)
            && self.list[at].start - self.list[at - 1].end > 1
            && self.span(at - 1, at + 1).of(self.text).chars().filter(|c| c.is_whitespace()).count()
                > 1
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
        self.list.get(at).is_some_and(|t| t.traits.entry.class.meets(class))
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
        let first = &self.list.get(at)?.traits;
        if !first.entry.begins.meets(class) {
            return None;
        }
        let mut longest = first.entry.class.meets(class).then_some(at + 1);
        let mut hash = first.hash;
        let reach = (at + first.entry.reach as usize).min(self.len());
        for end in at + 2..=reach {
            if !self.same_line(at, end - 1) {
                break;
            }
            hash = join(hash, self.list[end - 1].traits.hash, self.list[end - 1].glued);
            if self.gazetteer.find(hash).class.meets(class) {
                longest = Some(end);
            }
        }
        longest
    }

    /// Gives what the tables say of the tokens `from..to` as one phrase.
    pub fn class(&self, from: usize, to: usize) -> Class {
        match self.list.get(from) {
            Some(first) if to <= from + 1 || to - from <= first.traits.entry.reach as usize => {
                self.entry(from, to).class
            }
            _ => Class::NONE,
        }
    }

    /// Gives what was counted about the tokens `from..to` as one phrase.
    pub fn counted(&self, from: usize, to: usize) -> Statistics {
        self.entry(from, to).statistics
    }

    /// Gives what a token says by itself; `at` must be the position of one.
    pub fn traits(&self, at: usize) -> &Traits {
        &self.list[at].traits
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
