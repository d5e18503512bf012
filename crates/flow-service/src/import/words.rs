//! The words of commands, as a shell would hand them over.

use core::ops::Range;

use zeroize::Zeroizing;

/// The words of all commands of a text, in one memory that is wiped when it is dropped.
pub(super) struct Words {
    text: Zeroizing<String>,
    commands: Vec<Vec<Range<usize>>>,
    command: Vec<Range<usize>>,
    start: Option<usize>,
}

impl Words {
    /// Room for the words of a text.
    pub fn for_text(text: &str) -> Self {
        // All of it is reserved at once: growing would leave copies of secrets behind. The
        // shortest variable has two bytes, and what stands for it three.
        let room = text.len() + text.len() / 2 + 4;
        let text = Zeroizing::new(String::with_capacity(room));
        Self { text, commands: Vec::new(), command: Vec::new(), start: None }
    }

    /// Begins a word, which may stay empty; goes on with the one that is begun.
    pub fn begin(&mut self) {
        self.start.get_or_insert(self.text.len());
    }

    /// Whether a word is begun.
    pub fn is_in_word(&self) -> bool {
        self.start.is_some()
    }

    /// Adds a character to the word.
    pub fn push(&mut self, character: char) {
        self.begin();
        self.text.push(character);
    }

    /// Adds a text to the word.
    pub fn push_str(&mut self, text: &str) {
        self.begin();
        self.text.push_str(text);
    }

    /// Takes back the word that is begun.
    pub fn drop_word(&mut self) {
        if let Some(start) = self.start.take() {
            self.text.truncate(start);
        }
    }

    pub fn end_word(&mut self) {
        if let Some(start) = self.start.take() {
            self.command.push(start..self.text.len());
        }
    }

    pub fn end_command(&mut self) {
        self.end_word();
        if !self.command.is_empty() {
            self.commands.push(core::mem::take(&mut self.command));
        }
    }

    /// The commands, each with its words. One that is not ended is the last.
    pub fn commands(&self) -> impl Iterator<Item = Vec<&str>> {
        let commands = self.commands.iter().chain([&self.command]);
        commands.map(|command| command.iter().map(|word| self.word(word)).collect())
    }

    /// The words of all commands.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.commands.iter().chain([&self.command]).flatten().map(|word| self.word(word))
    }

    fn word(&self, range: &Range<usize>) -> &str {
        self.text.get(range.clone()).unwrap_or_default()
    }
}
