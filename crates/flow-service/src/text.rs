//! A text that may hold secrets, while it is written.

use core::mem;

use zeroize::Zeroizing;

/// It grows without leaving copies behind: what it outgrew is wiped, as it is itself when it
/// is dropped.
#[derive(Default)]
pub(crate) struct Text(Zeroizing<String>);

impl Text {
    /// Adds a text.
    pub(crate) fn push(&mut self, text: &str) {
        let needed = self.0.len() + text.len();
        if needed > self.0.capacity() {
            let mut larger = Zeroizing::new(String::with_capacity(needed.max(256) * 2));
            larger.push_str(&self.0);
            self.0 = larger;
        }
        self.0.push_str(text);
    }

    /// Adds these texts, one after the other.
    pub(crate) fn push_all<const COUNT: usize>(&mut self, texts: [&str; COUNT]) {
        for text in texts {
            self.push(text);
        }
    }

    /// Adds a character.
    pub(crate) fn push_char(&mut self, character: char) {
        self.push(character.encode_utf8(&mut [0; 4]));
    }

    /// Adds a character's code in hexadecimal digits, at least as many as wanted.
    pub(crate) fn push_hex(&mut self, code: u32, wanted: u32) {
        let mut digits = wanted;
        while digits < 8 && code >> (4 * digits) != 0 {
            digits += 1;
        }
        for place in (0..digits).rev() {
            self.push_char(char::from_digit(code >> (4 * place) & 15, 16).unwrap_or('0'));
        }
    }

    /// What was written.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// What was written, for someone who may see secrets.
    pub(crate) fn into_zeroizing(self) -> Zeroizing<String> {
        self.0
    }

    /// What was written, when no secret is in it.
    pub(crate) fn into_plain(mut self) -> String {
        mem::take(&mut *self.0)
    }
}
