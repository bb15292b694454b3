//! What an article says of a person that tells namesakes apart: `bà`, `cầu thủ`, `(SN 1996`.

use super::{Draft, Resolved};
use crate::corpus::Date;
use crate::entity::Kind;

/// Names what a word before a name says of its bearer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Sex {
    /// A man.
    Man,
    /// A woman.
    Woman,
}

/// Names a calling that takes a life, so that few people have two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Calling {
    /// On the football pitch.
    Football,
    /// On the stage or before a camera.
    Stage,
    /// Medicine.
    Doctor,
    /// The bar.
    Lawyer,
    /// At the wheel.
    Driver,
}

/// Represents a year of birth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Born {
    /// The year.
    pub year: u16,
    /// Whether the article gives it, and not an age.
    pub given: bool,
}

/// Holds what an article says of a person by the full name, where it says one thing only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Traits {
    /// Whether a man or a woman is spoken of.
    pub sex: Option<Sex>,
    /// The calling.
    pub calling: Option<Calling>,
    /// The year of birth.
    pub born: Option<Born>,
}

impl Traits {
    /// Gives them as a number: the year of birth in the upper 16 bits, then whether it is given, the
    /// calling and the sex, 4 bits each; 0 for what is not told.
    pub(crate) fn number(self) -> u32 {
        let born = self.born.map_or(0, |born| {
            u32::from(born.year) << 16 | if born.given { 2 << 8 } else { 1 << 8 }
        });
        let calling = self.calling.map_or(0, |calling| calling as u32 + 1);
        born | calling << 4 | self.sex.map_or(0, |sex| sex as u32 + 1)
    }

    /// Reads such a number; gives nothing when it is none.
    pub(crate) fn of_number(number: u32) -> Option<Self> {
        let sex = match number & 0xF {
            0 => None,
            sex => Some(*[Sex::Man, Sex::Woman].get(sex as usize - 1)?),
        };
        let calling = match number >> 4 & 0xF {
            0 => None,
            calling => Some(*Calling::ALL.get(calling as usize - 1)?),
        };
        let year = (number >> 16) as u16;
        let born = match number >> 8 & 0xFF {
            0 => None,
            given @ 1..=2 => Some(Born { year, given: given == 2 }),
            _ => return None,
        };
        Some(Self { sex, calling, born })
    }
}

impl Calling {
    const ALL: [Self; 5] = [Self::Football, Self::Stage, Self::Doctor, Self::Lawyer, Self::Driver];
}

/// Lists the words right before a name that tell a calling.
const CALLINGS: [(&str, Calling); 21] = [
    ("cầu thủ", Calling::Football),
    ("tiền đạo", Calling::Football),
    ("tiền vệ", Calling::Football),
    ("hậu vệ", Calling::Football),
    ("trung vệ", Calling::Football),
    ("thủ môn", Calling::Football),
    ("thủ thành", Calling::Football),
    ("ca sĩ", Calling::Stage),
    ("ca sỹ", Calling::Stage),
    ("nhạc sĩ", Calling::Stage),
    ("nhạc sỹ", Calling::Stage),
    ("diễn viên", Calling::Stage),
    ("hoa hậu", Calling::Stage),
    ("á hậu", Calling::Stage),
    ("người mẫu", Calling::Stage),
    ("bác sĩ", Calling::Doctor),
    ("bác sỹ", Calling::Doctor),
    ("luật sư", Calling::Lawyer),
    ("tài xế", Calling::Driver),
    ("lái xe", Calling::Driver),
    ("bs", Calling::Doctor),
];

/// Sets how many bytes before a name are looked at: more than two words take.
const GLANCE: usize = 96;

/// Gives each person what the article says of it.
pub(super) fn tell(draft: &Draft, resolved: &mut Resolved, date: Option<Date>) {
    for entity in resolved.entities.iter_mut().filter(|entity| entity.kind == Kind::Person) {
        // What stands beside a part of a name may be meant for a relative.
        let full = |&&mention: &&usize| {
            let surface = draft.mentions[mention].span.of(draft.text);
            surface.contains(' ') && surface == draft.names[mention]
        };
        let told: Vec<Traits> =
            entity.mentions.iter().filter(full).map(|&at| beside(draft, at, date)).collect();
        entity.traits = Traits {
            sex: only(told.iter().filter_map(|told| told.sex)),
            calling: only(told.iter().filter_map(|told| told.calling)),
            born: only(told.iter().filter_map(|told| told.born)),
        };
    }
}

fn only<T: PartialEq>(mut told: impl Iterator<Item = T>) -> Option<T> {
    let first = told.next()?;
    told.all(|other| other == first).then_some(first)
}

/// Reads what stands beside a mention.
fn beside(draft: &Draft, mention: usize, date: Option<Date>) -> Traits {
    let span = draft.mentions[mention].span;
    // A glance back: a line may be as long as the article.
    let from = draft.text.ceil_char_boundary((span.start as usize).saturating_sub(GLANCE));
    let before = &draft.text[from..span.start as usize];
    let line = before.rsplit('\n').next().unwrap_or_default();
    let mut words = line.rsplit(' ').filter(|word| !word.is_empty());
    let last = words.next().unwrap_or_default();
    let pair = format!("{} {last}", words.next().unwrap_or_default()).to_lowercase();
    let calling = |word: &str| CALLINGS.iter().find(|(known, _)| *known == word);
    let alone = last.trim_end_matches('.').to_lowercase();
    Traits {
        sex: sex(last, &pair),
        calling: calling(&pair).or_else(|| calling(&alone)).map(|(_, calling)| *calling),
        born: born(&draft.text[span.end as usize..], date),
    }
}

/// Reads the word before a name. `Anh` is also a country, and a `cô` or `bác` may be of both sexes.
fn sex(last: &str, pair: &str) -> Option<Sex> {
    match last {
        "ông" | "Ông" if pair != "đàn ông" => Some(Sex::Man),
        "bà" | "Bà" | "chị" => Some(Sex::Woman),
        _ => None,
    }
}

/// Reads `(SN 1996`, `, sinh năm 1996`, `(35 tuổi`.
fn born(after: &str, date: Option<Date>) -> Option<Born> {
    let rest = after.trim_start_matches(' ').strip_prefix(['(', ','])?.trim_start_matches(' ');
    for word in ["SN", "sinh năm", "sinh"] {
        if let Some(year) = rest.strip_prefix(word).and_then(number) {
            return (1850..2100).contains(&year).then_some(Born { year, given: true });
        }
    }
    let age = number(rest).filter(|age| (1..120).contains(age))?;
    let years = rest.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with(" tuổi");
    years.then_some(Born { year: date?.year.checked_sub(age)?, given: false })
}

fn number(text: &str) -> Option<u16> {
    let text = text.trim_start_matches(' ');
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    text[..end].parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn traits_come_back_from_their_number() {
        let years = [None, Some(0), Some(1996), Some(u16::MAX)];
        for sex in [None, Some(Sex::Man), Some(Sex::Woman)] {
            for calling in Calling::ALL.map(Some).into_iter().chain([None]) {
                for (year, given) in years.iter().flat_map(|year| [(year, true), (year, false)]) {
                    let born = year.map(|year| Born { year, given });
                    let traits = Traits { sex, calling, born };
                    assert_eq!(Traits::of_number(traits.number()), Some(traits));
                }
            }
        }
        assert_eq!([3, 6 << 4, 3 << 8].map(Traits::of_number), [None; 3]);
    }
}
