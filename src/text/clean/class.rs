//! What the door does with each character.

use unicode_normalization::char::is_combining_mark;

/// Tells what becomes of a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// It stays, or this character stands in for it.
    Keep(char),
    /// It is a combining mark: it needs a base, and a base bears only so many.
    Mark,
    /// It is invisible: nothing takes its place.
    Drop,
    /// It is a control: a space takes its place.
    Control,
    /// It is an emoji modifier: it stays only where it stands alone, on a base of ours, because
    /// terminals disagree about the width of what it would change.
    Modifier,
    /// It is a carriage return: with the line feed after it, one line break.
    Return,
}

/// Tells whether a character stays as it is whatever stands beside it, and needs no composing.
///
/// This covers Vietnamese newspaper text, so that almost all text costs one scan and one copy.
pub(super) fn is_plain(c: char) -> bool {
    matches!(c,
        '\n' | ' '..='~' | '\u{A0}'..='\u{AC}' | '\u{AE}'..='\u{24F}' | '\u{1EA0}'..='\u{1EF9}'
        | '\u{2010}'..='\u{2027}' | '\u{20AB}' | '\u{20AC}')
}

/// Tells what the door does with `c`.
pub(super) fn class(c: char) -> Class {
    match c {
        _ if is_plain(c) => Class::Keep(c),
        '\r' => Class::Return,
        '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Class::Keep('\n'),
        '\t' | '\u{1680}' | '\u{2000}'..='\u{200A}' | '\u{205F}' | '\u{3000}' => Class::Keep(' '),
        '\u{202F}' => Class::Keep('\u{A0}'),
        _ if c.is_control() => Class::Control,
        _ if is_invisible(c) => Class::Drop,
        '\u{1F3FB}'..='\u{1F3FF}' => Class::Modifier,
        // The bullet of the Symbol font, which word processors leave in exported text.
        '\u{F0B7}' => Class::Keep('•'),
        _ if is_private(c) || is_noncharacter(c) => Class::Keep(char::REPLACEMENT_CHARACTER),
        // Thai and Lao vowels and halfwidth sound marks join what is before them as marks do.
        '\u{E33}' | '\u{EB3}' | '\u{FF9E}' | '\u{FF9F}' => Class::Mark,
        _ if is_combining_mark(c) => Class::Mark,
        _ => Class::Keep(c),
    }
}

/// Tells whether a character is drawn as nothing: Unicode's `Default_Ignorable_Code_Point`, the
/// bidi controls, interlinear annotation and the format characters of musical notation.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{70F}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
        | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}'
        | '\u{FFF0}'..='\u{FFFB}' | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}'
        | '\u{E0000}'..='\u{E0FFF}'
        // Prepended format characters join the number after them into one wide cluster.
        | '\u{600}'..='\u{605}' | '\u{6DD}' | '\u{890}' | '\u{891}' | '\u{8E2}'
        | '\u{110BD}' | '\u{110CD}' | '\u{13430}'..='\u{1343F}')
}

/// Tells whether a letter joins what comes after it to one cluster, be it a space.
pub(super) fn is_prepended(c: char) -> bool {
    matches!(
        c,
        '\u{D4E}'
            | '\u{111C2}'
            | '\u{111C3}'
            | '\u{113D1}'
            | '\u{1193F}'
            | '\u{11941}'
            | '\u{11A3A}'
            | '\u{11A84}'..='\u{11A89}' | '\u{11D46}' | '\u{11F02}'
    )
}

fn is_private(c: char) -> bool {
    matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..)
}

fn is_noncharacter(c: char) -> bool {
    matches!(c, '\u{FDD0}'..='\u{FDEF}') || (c as u32) & 0xFFFE == 0xFFFE
}
