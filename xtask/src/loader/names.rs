//! Short names for what the wasm and its script call each other's functions, and for the
//! script's own helpers.
//!
//! wasm-bindgen's names end in a hash of 16 digits and stand in both files: 4 KB of the first
//! load that no compression takes away. No other file uses them. A name that is only in one of
//! the two files fails the build.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, bail, ensure};

/// What every wasm file of version 1 begins with.
const HEADER: &[u8] = b"\0asm\x01\0\0\0";
/// What wasm-bindgen's names begin with; all others stay.
const LONG: [&str; 3] = ["__wb", "__wasm_bindgen", "wasm_bindgen__"];
/// Names of functions for a debugger, and who made the file: no browser needs them.
const FOR_TOOLS: u8 = 0;
const IMPORTS: u8 = 2;
const EXPORTS: u8 = 7;
/// The kind of an import that is a function, the only one that wasm-bindgen makes.
const FUNCTION: u8 = 0;

/// The two files with short names.
pub fn shorten(wasm: &[u8], script: &str) -> Result<(Vec<u8>, String)> {
    let mut names = Names { words: words(script).collect(), ..Names::default() };
    let mut rest = Bytes(wasm.strip_prefix(HEADER).context("this is no wasm of version 1")?);
    let mut renamed = HEADER.to_vec();
    while !rest.0.is_empty() {
        let id = rest.byte()?;
        let section = rest.text()?;
        let section = match id {
            IMPORTS => imports(Bytes(section), &mut names)?,
            EXPORTS => exports(Bytes(section), &mut names)?,
            FOR_TOOLS => continue,
            _ => section.to_vec(),
        };
        renamed.push(id);
        put_text(&mut renamed, &section);
    }
    for helper in helpers(script) {
        names.give(helper);
    }
    Ok((renamed, names.put_into(script)?))
}

/// Each import is a module, a name, a kind and, for a function, the number of its type.
fn imports(mut rest: Bytes, names: &mut Names) -> Result<Vec<u8>> {
    let mut section = Vec::new();
    let count = rest.number()?;
    put_number(&mut section, count);
    for _ in 0..count {
        put_text(&mut section, rest.text()?);
        put_text(&mut section, names.short(rest.text()?)?.as_bytes());
        ensure!(rest.byte()? == FUNCTION, "the wasm imports something that is no function");
        section.push(FUNCTION);
        put_number(&mut section, rest.number()?);
    }
    Ok(section)
}

/// Each export is a name, a kind and a number.
fn exports(mut rest: Bytes, names: &mut Names) -> Result<Vec<u8>> {
    let mut section = Vec::new();
    let count = rest.number()?;
    put_number(&mut section, count);
    for _ in 0..count {
        put_text(&mut section, names.short(rest.text()?)?.as_bytes());
        section.push(rest.byte()?);
        put_number(&mut section, rest.number()?);
    }
    Ok(section)
}

/// The names that were found, and what they are now.
#[derive(Default)]
struct Names<'a> {
    words: BTreeSet<&'a str>,
    short: BTreeMap<String, String>,
    used: usize,
}

impl Names<'_> {
    fn short(&mut self, name: &[u8]) -> Result<String> {
        let name = str::from_utf8(name).context("a name in the wasm is no UTF-8")?;
        if !is_long(name) {
            return Ok(name.to_owned());
        }
        ensure!(self.words.contains(name), "the wasm has {name}, and its script has not");
        Ok(self.give(name))
    }

    fn give(&mut self, name: &str) -> String {
        if let Some(short) = self.short.get(name) {
            return short.clone();
        }
        let short = loop {
            let short = format!("${}", self.used);
            self.used += 1;
            if !self.words.contains(short.as_str()) {
                break short;
            }
        };
        self.short.insert(name.to_owned(), short.clone());
        short
    }

    fn put_into(&self, script: &str) -> Result<String> {
        let mut renamed = String::with_capacity(script.len());
        for piece in script.split_inclusive(|end| !in_word(end)) {
            let word = piece.trim_end_matches(|end| !in_word(end));
            match self.short.get(word) {
                Some(short) => renamed.push_str(short),
                None if has_hash(word) => bail!("the script has {word}, and the wasm has not"),
                None => renamed.push_str(word),
            }
            renamed.push_str(piece.get(word.len()..).unwrap_or_default());
        }
        Ok(renamed)
    }
}

fn words(script: &str) -> impl Iterator<Item = &str> {
    script.split(|end| !in_word(end)).filter(|word| !word.is_empty())
}

fn in_word(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '_' | '$')
}

/// What the script defines for itself: at the beginning of a line, neither exported nor the
/// name of a member as well.
fn helpers(script: &str) -> impl Iterator<Item = &str> {
    let exported = script.lines().filter(|line| line.starts_with("export ")).flat_map(words);
    let exported: BTreeSet<_> = exported.collect();
    let defined = script.lines().filter_map(|line| {
        ["function ", "let ", "const "].iter().find_map(|begin| line.strip_prefix(begin))
    });
    defined.filter_map(|line| words(line).next()).filter(move |name| {
        let member = [".", "'", "\""].iter().any(|mark| script.contains(&[mark, *name].concat()));
        name.len() > 8 && !exported.contains(name) && !member
    })
}

fn is_long(name: &str) -> bool {
    LONG.iter().any(|begin| name.starts_with(begin))
}

fn has_hash(word: &str) -> bool {
    let hash = word.rsplit_once('_').map_or("", |(_, hash)| hash.trim_start_matches('h'));
    is_long(word) && hash.len() == 16 && hash.bytes().all(|digit| digit.is_ascii_hexdigit())
}

/// What is still to be read.
struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    fn byte(&mut self) -> Result<u8> {
        let (byte, rest) = self.0.split_first().context("the wasm ends too early")?;
        self.0 = rest;
        Ok(*byte)
    }

    /// A number in groups of seven bits, the lowest first (LEB128).
    fn number(&mut self) -> Result<usize> {
        let mut number = 0;
        for shift in (0..usize::BITS).step_by(7) {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(number);
            }
        }
        bail!("a number in the wasm is too long")
    }

    /// Bytes after their number: a name or a section.
    fn text(&mut self) -> Result<&'a [u8]> {
        let length = self.number()?;
        let (text, rest) = self.0.split_at_checked(length).context("the wasm ends too early")?;
        self.0 = rest;
        Ok(text)
    }
}

fn put_number(bytes: &mut Vec<u8>, mut number: usize) {
    loop {
        let [low, ..] = number.to_le_bytes();
        number >>= 7;
        bytes.push(if number == 0 { low & 0x7f } else { low | 0x80 });
        if number == 0 {
            return;
        }
    }
}

fn put_text(bytes: &mut Vec<u8>, text: &[u8]) {
    put_number(bytes, text.len());
    bytes.extend(text);
}

#[cfg(test)]
mod tests {
    use anyhow::Result;

    use super::{EXPORTS, FUNCTION, HEADER, IMPORTS, put_text, shorten};

    const LOG: &str = "__wbg_log_0123456789abcdef";
    const SCRIPT: &str = "import0 = {__wbg_log_0123456789abcdef: function() { wasm.__wbindgen_free($0) }}; wasm.host_new()";

    /// Imports one function, and exports two of the same number.
    fn wasm(import: &str, exports: [&str; 2]) -> Vec<u8> {
        let mut wasm = HEADER.to_vec();
        let mut section = vec![1];
        put_text(&mut section, b"./app_bg.js");
        put_text(&mut section, import.as_bytes());
        section.extend([FUNCTION, 9]);
        wasm.push(IMPORTS);
        put_text(&mut wasm, &section);
        let mut section = vec![2];
        for name in exports {
            put_text(&mut section, name.as_bytes());
            section.extend([FUNCTION, 1]);
        }
        wasm.push(EXPORTS);
        put_text(&mut wasm, &section);
        wasm
    }

    #[test]
    fn both_files_get_the_same_new_names() -> Result<()> {
        let (renamed, script) = shorten(&wasm(LOG, ["__wbindgen_free", "host_new"]), SCRIPT)?;
        assert_eq!(renamed, wasm("$1", ["$2", "host_new"]), "$0 is a name of the script's own");
        assert_eq!(script, "import0 = {$1: function() { wasm.$2($0) }}; wasm.host_new()");
        Ok(())
    }

    #[test]
    fn helpers_of_the_script_get_short_names_too() -> Result<()> {
        let script = "let instantiated = 1;\nfunction initialize() { instantiated++; }\nexport { initialize };";
        let (_, renamed) = shorten(HEADER, script)?;
        assert_eq!(renamed, "let $0 = 1;\nfunction initialize() { $0++; }\nexport { initialize };");
        let member = "const connected = host.connected;";
        assert_eq!(shorten(HEADER, member)?.1, member);
        Ok(())
    }

    #[test]
    fn a_name_that_only_one_file_has_fails_the_build() {
        let exports = ["__wbindgen_free", "host_new"];
        assert!(shorten(&wasm("__wbg_now_0123456789abcdef", exports), SCRIPT).is_err());
        assert!(shorten(&wasm("host_log", exports), SCRIPT).is_err());
        assert!(shorten(b"no wasm", SCRIPT).is_err());
    }
}
