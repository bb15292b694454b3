//! Many short strings in one buffer.

/// Holds strings by number, without an allocation for each.
#[derive(Debug, Default)]
pub(in crate::search) struct Strings {
    pub(super) text: Box<str>,
    pub(super) ends: Box<[u32]>,
}

impl Strings {
    /// Gives how many there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Gives the bytes that they take.
    pub fn size(&self) -> usize {
        self.text.len() + size_of_val(&*self.ends)
    }

    /// Gives the string with the number `at`.
    pub fn get(&self, at: usize) -> &str {
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        &self.text[start..self.ends[at] as usize]
    }

    /// Gives the number of the first string for which `before` does not hold; the strings must be
    /// sorted by that.
    pub fn partition_point(&self, before: impl Fn(&str) -> bool) -> usize {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            if before(self.get(middle)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }
}

impl<'s> FromIterator<&'s str> for Strings {
    fn from_iter<I: IntoIterator<Item = &'s str>>(strings: I) -> Self {
        let (mut text, mut ends) = (String::new(), Vec::new());
        for string in strings {
            text.push_str(string);
            ends.push(text.len() as u32);
        }
        Self { text: text.into_boxed_str(), ends: ends.into_boxed_slice() }
    }
}
