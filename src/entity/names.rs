//! Runs of capitals that no grammar claims: persons, places and bodies by their names.
//!
//! A run is cut where the tables or the shape of Vietnamese names say that a new name begins;
//! each piece is then judged by the words before it, by the tables, and by its shape.

mod cues;
mod judge;
mod run;

use super::decide::{Candidate, Draft};
use super::token::Tokens;

/// Offers the names among the tokens that are still free.
pub(crate) fn propose(tokens: &Tokens, draft: &mut Draft) {
    let mut at = 0;
    while at < tokens.len() {
        let end = run::end(tokens, draft, at);
        if end == at {
            at += 1;
            continue;
        }
        if run::byline(tokens, at, end) {
            draft.offer(Candidate { from: at, to: end, kind: judge::byline(tokens, at, end) });
            at = end;
            continue;
        }
        let mut from = run::skip_opening(tokens, at, end);
        while from < end {
            let (to, kind) = judge::piece(tokens, draft, from, end);
            if let Some(kind) = kind {
                draft.offer(Candidate { from, to, kind });
            }
            from = to;
            while from < end && !tokens.capital(from) {
                from += 1;
            }
        }
        at = end;
    }
}

/// Finds the end of the run of free capitals that begins at a token.
pub(crate) fn run_end(tokens: &Tokens, draft: &Draft, from: usize) -> usize {
    run::end(tokens, draft, from)
}

/// Finds the end of the name of the author of a picture or a text: `Ảnh: ...`.
pub(crate) fn credited(tokens: &Tokens, from: usize) -> Option<usize> {
    cues::credited(tokens, from)
}
