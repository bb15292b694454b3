//! One letter of Vietnamese: its base, its own mark and the tone that it bears.

use std::sync::LazyLock;

use unicode_normalization::char::decompose_canonical;

/// Names the mark that makes a letter another letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[repr(u8)]
pub enum Mark {
    /// A bare letter.
    #[default]
    None,
    /// As in `ă`.
    Breve,
    /// As in `â ê ô`.
    Circumflex,
    /// As in `ơ ư`.
    Horn,
    /// As in `đ`.
    Bar,
    /// A mark that Vietnamese does not use, as in `ü ç`.
    Foreign,
}

/// Represents the tones that stand on a word, as a set: a syllable has one at most, a foreign
/// word may have more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct ToneSet(u8);

impl ToneSet {
    /// The level tone, which is not written.
    pub const NONE: Self = Self(0);
    /// The tone of `à`.
    pub const GRAVE: Self = Self(1);
    /// The tone of `á`.
    pub const ACUTE: Self = Self(2);
    /// The tone of `ả`.
    pub const HOOK: Self = Self(4);
    /// The tone of `ã`.
    pub const TILDE: Self = Self(8);
    /// The tone of `ạ`.
    pub const DOT: Self = Self(16);

    /// Gives the tones of both.
    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Tells whether all these tones are among those of `other`.
    pub const fn is_subset(self, other: Self) -> bool {
        self.0 & !other.0 == 0
    }
}

/// Represents a letter taken apart: `Ộ` is `o` with circumflex and the tone dot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Letter {
    /// The letter without case and marks; `đ` gives `d`.
    pub base: char,
    /// The mark that belongs to the letter.
    pub mark: Mark,
    /// The tone that it bears.
    pub tone: ToneSet,
}

const TABLE_END: usize = 0x250;
const VIET_START: usize = 0x1E00;
const VIET_END: usize = 0x1F00;

/// Holds the Latin blocks taken apart once, because each keystroke asks for millions.
static TABLE: LazyLock<Vec<Letter>> = LazyLock::new(|| {
    (0..TABLE_END)
        .chain(VIET_START..VIET_END)
        .map(|code| char::from_u32(code as u32).map_or(plain('\0'), take_apart))
        .collect()
});

/// Tells of the same blocks which characters are letters or digits.
static ALPHANUMERIC: LazyLock<Vec<bool>> = LazyLock::new(|| {
    (0..TABLE_END)
        .chain(VIET_START..VIET_END)
        .map(|code| char::from_u32(code as u32).is_some_and(char::is_alphanumeric))
        .collect()
});

/// Tells whether a character is a letter or a digit, fast for Vietnamese.
pub fn is_alphanumeric(c: char) -> bool {
    match c as usize {
        ..0x80 => c.is_ascii_alphanumeric(),
        code @ ..TABLE_END => ALPHANUMERIC[code],
        code @ VIET_START..VIET_END => ALPHANUMERIC[code - VIET_START + TABLE_END],
        _ => c.is_alphanumeric(),
    }
}

/// Takes a letter apart; a character that is no letter comes back as its own base.
pub fn letter(c: char) -> Letter {
    match c as usize {
        code @ ..TABLE_END => TABLE[code],
        code @ VIET_START..VIET_END => TABLE[code - VIET_START + TABLE_END],
        _ => take_apart(c),
    }
}

const fn plain(base: char) -> Letter {
    Letter { base, mark: Mark::None, tone: ToneSet::NONE }
}

fn take_apart(c: char) -> Letter {
    if matches!(c, 'đ' | 'Đ' | 'ð' | 'Ð' | 'ɖ' | 'Ɖ') {
        return Letter { base: 'd', mark: Mark::Bar, tone: ToneSet::NONE };
    }
    // A Hangul syllable is not a letter with marks, though it decomposes.
    if matches!(c, '\u{AC00}'..='\u{D7A3}') {
        return plain(c);
    }
    let mut taken = plain('\0');
    decompose_canonical(c, |part| match part {
        '\u{300}' => taken.tone = taken.tone.with(ToneSet::GRAVE),
        '\u{301}' => taken.tone = taken.tone.with(ToneSet::ACUTE),
        '\u{309}' => taken.tone = taken.tone.with(ToneSet::HOOK),
        '\u{303}' => taken.tone = taken.tone.with(ToneSet::TILDE),
        '\u{323}' => taken.tone = taken.tone.with(ToneSet::DOT),
        '\u{306}' => taken.mark = Mark::Breve,
        '\u{302}' => taken.mark = Mark::Circumflex,
        '\u{31B}' => taken.mark = Mark::Horn,
        _ if taken.base == '\0' => taken.base = lower(part),
        _ => taken.mark = Mark::Foreign,
    });
    if taken.base == '\0' { plain(c) } else { taken }
}

/// Gives the lower case of `c` where that is one character, else `c`.
fn lower(c: char) -> char {
    let mut lower = c.to_lowercase();
    match (lower.next(), lower.next()) {
        (Some(one), None) => one,
        _ => c,
    }
}
