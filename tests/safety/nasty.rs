//! Random input, the same in each run: plain numbers, and texts made of what breaks programs.

/// Represents a source of numbers (xorshift64*).
pub struct Random(u64);

impl Random {
    pub const fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    pub const fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    /// Gives a number below `end`.
    pub const fn below(&mut self, end: usize) -> usize {
        ((self.next() >> 33) as usize) % end
    }

    pub fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }
}

/// Lists pieces of texts: sequences, controls, marks, joiners, directions, wide and odd letters.
pub const PIECES: &[&str] = &[
    "\x1b[31m",
    "\x1b]52;c;aGk=\x07",
    "\x1b]0;t\x1b\\",
    "\x1bP1$r0m\x1b\\",
    "\x1b[6n",
    "\x1bc",
    "\u{9b}31m",
    "\u{9d}52;c;aGk=\u{9c}",
    "\x07",
    "\x08",
    "\x7f",
    "\0",
    "\r",
    "\n",
    "\n\n",
    "\t",
    "\u{85}",
    "\u{2028}",
    "\u{202e}",
    "\u{2066}",
    "\u{200b}",
    "\u{200d}",
    "\u{feff}",
    "\u{ad}",
    "\u{e0041}",
    "\u{fe0f}",
    "\u{20e3}",
    "\u{301}",
    "\u{323}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}",
    "\u{1f3fd}",
    "👍",
    "👨\u{200d}👩\u{200d}👧",
    "🇻🇳",
    "日本",
    "ﾊﾞ\u{ff9e}",
    "\u{1100}\u{1161}\u{11a8}",
    "\u{1100}\u{1100}\u{1100}",
    "\u{0d4e}",
    "\u{0915}\u{094d}\u{0937}\u{093f}",
    "\u{0f40}\u{0f71}\u{0f74}\u{0fb2}",
    "שלום",
    "السلام",
    "\u{0600}1",
    "\u{fdfd}",
    "\u{e000}",
    "\u{ffff}",
    "ẞ",
    "ŉ",
    "\u{0130}",
    "ơ\u{323}",
    "Đ",
    "đồng",
    "Lâm Đồng",
    "ông Phạm Văn Sơn",
    "Công ty CP ABC",
    "ngày 27/4/2023",
    "90 triệu đồng",
    "15/2020/NĐ-CP",
    "Ảnh: Lan",
    "(",
    "\"",
    "-",
    ".",
    ". ",
    "\u{a0}",
    " ",
    " ",
    " ",
    "a",
    "xin chào",
    "{\"text\":\"",
    "\"}",
    "date 2023-04 ",
];

/// Makes a text of up to `most` pieces.
pub fn text(random: &mut Random, most: usize) -> String {
    let count = random.below(most + 1);
    (0..count).map(|_| random.pick(PIECES)).collect()
}

/// Makes bytes: a text, random bytes, or a text in which some bytes are others.
pub fn bytes(random: &mut Random, most: usize) -> Vec<u8> {
    let mut bytes = text(random, most).into_bytes();
    match random.below(3) {
        0 => {}
        1 => bytes.iter_mut().for_each(|byte| *byte = random.next() as u8),
        _ => {
            for _ in 0..=random.below(4) {
                let at = random.below(bytes.len() + 1);
                bytes.insert(at, random.next() as u8);
            }
        }
    }
    bytes
}
