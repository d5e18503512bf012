//! A text that is read character by character. Line breaks of all kinds are `\n`.

/// A text, from where it is read on.
#[derive(Clone)]
pub(super) struct Cursor<'a>(core::str::Chars<'a>);

impl<'a> Cursor<'a> {
    pub fn new(text: &'a str) -> Self {
        Self(text.chars())
    }

    /// The text that is not read yet.
    pub fn rest(&self) -> &'a str {
        self.0.as_str()
    }

    pub fn next(&mut self) -> Option<char> {
        let next = self.0.next()?;
        if next == '\r' && self.peek() == Some('\n') {
            return self.0.next();
        }
        Some(next)
    }

    /// The character after the next one is not looked at: a lone `\r` and the one of `\r\n`
    /// are both `\r` here.
    pub fn peek(&self) -> Option<char> {
        self.0.clone().next()
    }

    /// Reads this character, if it is next.
    pub fn eat(&mut self, wanted: char) -> bool {
        let found = self.peek() == Some(wanted);
        if found {
            self.0.next();
        }
        found
    }

    /// Reads characters as long as they are of this kind, and tells how many.
    pub fn eat_while(&mut self, kind: impl Fn(char) -> bool) -> usize {
        let mut count = 0;
        while self.peek().is_some_and(&kind) {
            self.0.next();
            count += 1;
        }
        count
    }

    /// Reads the end of the line, if nothing but blanks stands before it. Commands that were
    /// copied from a page may have a blank behind the mark that continues their line.
    pub fn eat_line_end(&mut self) -> bool {
        let mut ahead = self.clone();
        ahead.eat_while(|it| it == ' ' || it == '\t');
        let ends = matches!(ahead.next(), Some('\n') | None);
        if ends {
            *self = ahead;
        }
        ends
    }

    /// Reads up to the end of the line, and leaves the line break.
    pub fn skip_line(&mut self) {
        self.eat_while(|it| it != '\n');
    }

    /// Reads the rest of a variable that begins with a bracket, if one is next.
    pub fn eat_bracketed(&mut self) -> bool {
        match self.peek() {
            Some('{') => {
                self.next();
                self.skip_braces();
            }
            Some('(') => {
                self.next();
                self.skip_substitution();
            }
            _ => return false,
        }
        true
    }

    /// Reads what a shell would run, up to the bracket that closes it.
    pub fn skip_substitution(&mut self) {
        let (mut depth, mut quoted) = (1_usize, false);
        while let Some(next) = self.next() {
            match next {
                '\\' => drop(self.next()),
                '"' => quoted = !quoted,
                '\'' if !quoted => {
                    self.eat_while(|it| it != '\'');
                    self.next();
                }
                '(' if !quoted => depth += 1,
                ')' if !quoted => {
                    depth -= 1;
                    if depth == 0 {
                        return;
                    }
                }
                _ => {}
            }
        }
    }

    /// Reads up to the brace that closes a variable.
    pub fn skip_braces(&mut self) {
        let mut depth = 1_usize;
        while let Some(next) = self.next() {
            match next {
                '\\' => drop(self.next()),
                '{' => depth += 1,
                '}' => {
                    depth -= 1;
                    if depth == 0 {
                        return;
                    }
                }
                _ => {}
            }
        }
    }
}
