//! Vietnamese as it is typed without an input method: Telex (`Laam DDoongf`) and VNI (`La6m D9o62ng`).

use unicode_normalization::UnicodeNormalization;

use super::letter;

/// Names a way to type marks by letters or digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Typing {
    /// A doubled letter or a `w` for its mark, a letter at the end for the tone.
    Telex,
    /// Digits for both.
    Vni,
}

const BREVE: char = '\u{306}';
const CIRCUMFLEX: char = '\u{302}';
const HORN: char = '\u{31B}';

/// Decodes words that were typed without an input method; `None` when nothing in them is a sign of
/// that. Signs may stand anywhere after their letter, as in most input methods.
pub fn decode(text: &str, typing: Typing) -> Option<String> {
    let words: Vec<_> = text.split(' ').map(|word| decode_word(word, typing)).collect();
    let decoded =
        |(word, plain): (&Option<String>, &str)| word.clone().unwrap_or_else(|| plain.to_owned());
    let any = words.iter().any(Option::is_some);
    any.then(|| words.iter().zip(text.split(' ')).map(decoded).collect::<Vec<_>>().join(" "))
}

/// Represents a word while it is decoded: its letters, each with its mark, and its tone.
#[derive(Default)]
struct Typed {
    letters: Vec<(char, Option<char>)>,
    tone: Option<char>,
    signs: usize,
}

fn decode_word(word: &str, typing: Typing) -> Option<String> {
    if !word.is_ascii() {
        return None;
    }
    let mut typed = Typed::default();
    for c in word.chars() {
        let taken = match typing {
            Typing::Telex => typed.take_telex(c),
            Typing::Vni => typed.take_vni(c),
        };
        if !taken {
            typed.letters.push((c, None));
        }
    }
    (typed.signs > 0).then(|| typed.write())
}

impl Typed {
    /// Takes a sign of Telex; tells whether it was one.
    fn take_telex(&mut self, c: char) -> bool {
        let lower = c.to_ascii_lowercase();
        let tone = match lower {
            's' => '\u{301}',
            'f' => '\u{300}',
            'r' => '\u{309}',
            'x' => '\u{303}',
            'j' => '\u{323}',
            'a' | 'e' | 'o' => return self.mark(&[lower], CIRCUMFLEX),
            'd' => return self.bar(),
            'w' => return self.mark(&['u', 'o'], HORN) || self.mark(&['a'], BREVE),
            _ => return false,
        };
        self.give_tone(tone)
    }

    /// Takes a digit of VNI; tells whether it was one.
    fn take_vni(&mut self, c: char) -> bool {
        let tone = match c {
            '1' => '\u{301}',
            '2' => '\u{300}',
            '3' => '\u{309}',
            '4' => '\u{303}',
            '5' => '\u{323}',
            '6' => return self.mark(&['a', 'e', 'o'], CIRCUMFLEX),
            '7' => return self.mark(&['u', 'o'], HORN),
            '8' => return self.mark(&['a'], BREVE),
            '9' => return self.bar(),
            _ => return false,
        };
        self.give_tone(tone)
    }

    /// Marks the last of some letters that bears no mark yet, and `u` before `o` as well: `ươ`.
    fn mark(&mut self, bases: &[char], mark: char) -> bool {
        let fits = |&(c, there): &(char, Option<char>)| {
            there.is_none() && bases.contains(&c.to_ascii_lowercase())
        };
        let Some(at) = self.letters.iter().rposition(fits) else { return false };
        self.letters[at].1 = Some(mark);
        if mark == HORN && at > 0 && self.letters[at].0.eq_ignore_ascii_case(&'o') {
            let before = &mut self.letters[at - 1];
            if before.0.eq_ignore_ascii_case(&'u') && before.1.is_none() {
                before.1 = Some(mark);
            }
        }
        self.signs += 1;
        true
    }

    /// Makes the first `d` a `đ`.
    fn bar(&mut self) -> bool {
        let first = self.letters.first_mut().filter(|(c, _)| c.eq_ignore_ascii_case(&'d'));
        let Some(letter) = first else { return false };
        letter.0 = if letter.0 == 'd' { 'đ' } else { 'Đ' };
        self.signs += 1;
        true
    }

    fn give_tone(&mut self, tone: char) -> bool {
        let vowel = |&(c, _): &(char, Option<char>)| is_vowel(c);
        if self.tone.is_some() || !self.letters.iter().any(vowel) {
            return false;
        }
        self.tone = Some(tone);
        self.signs += 1;
        true
    }

    fn write(&self) -> String {
        let bearer = self.bearer();
        let mut text = String::new();
        for (at, &(c, mark)) in self.letters.iter().enumerate() {
            text.push(c);
            text.extend(mark);
            text.extend(self.tone.filter(|_| bearer == Some(at)));
        }
        text.nfc().collect()
    }

    /// Finds the letter that bears the tone: the last vowel with a mark, else the last vowel before
    /// a consonant, else the one before the last.
    fn bearer(&self) -> Option<usize> {
        let marked = |(c, mark): &(char, Option<char>)| is_vowel(*c) && mark.is_some();
        if let Some(at) = self.letters.iter().rposition(marked) {
            return Some(at);
        }
        let last = self.letters.iter().rposition(|&(c, _)| is_vowel(c))?;
        let lone = last == 0 || !is_vowel(self.letters[last - 1].0);
        let onset = last > 1 && matches!(self.letters[last - 2].0, 'q' | 'Q');
        let closed = last + 1 < self.letters.len();
        Some(if lone || onset || closed { last } else { last - 1 })
    }
}

fn is_vowel(c: char) -> bool {
    matches!(letter(c).base, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(typing: Typing, typed: &str, expected: &str) {
        assert_eq!(decode(typed, typing).unwrap_or_default(), expected, "{typed}");
    }

    #[test]
    fn telex_is_decoded() {
        use Typing::Telex;
        check(Telex, "Laam DDoongf", "Lâm Đồng");
        check(Telex, "Lam Ddoongf", "Lam Đồng");
        check(Telex, "Vieejt Nam", "Việt Nam");
        check(Telex, "ddieenj nuwowcs", "điện nước");
        check(Telex, "nguwowif", "người");
        check(Telex, "Nguyeenx Thij Hoaf", "Nguyễn Thị Hòa");
        check(Telex, "tawng truwowngr", "tăng trưởng");
        check(Telex, "quar", "quả");
        check(Telex, "Dangd", "Đang");
        check(Telex, "Nam", "");
        check(Telex, "Lâm", "");
        check(Telex, "tphcm", "");
        check(Telex, "", "");
    }

    #[test]
    fn vni_is_decoded() {
        use Typing::Vni;
        check(Vni, "La6m D9o62ng", "Lâm Đồng");
        check(Vni, "Vie6t5 Nam", "Việt Nam");
        check(Vni, "ngu7o7i2", "người");
        check(Vni, "nguo72i", "người");
        check(Vni, "ta8ng", "tăng");
        check(Vni, "covid", "");
        check(Vni, "30", "");
    }
}
