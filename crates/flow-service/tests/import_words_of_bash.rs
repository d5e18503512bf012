//! The words of a command, as a real bash hands them over.

#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::process::Command;

use flow_service::import::Target;
use proptest::prelude::*;
use proptest::sample::select;

mod given {
    pub mod import;
}

/// What bash makes of a word, if it is one.
fn in_bash(word: &str) -> Option<String> {
    let script = format!("set -f\nprintf '%s\\0' {word}");
    let output = Command::new("bash")
        .args(["--norc", "--noprofile", "-c", &script])
        .env_clear()
        .env("LC_ALL", "C.UTF-8")
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).ok()?;
    let word = text.strip_suffix('\0')?;
    (output.status.success() && !word.contains('\0')).then(|| word.to_owned())
}

/// The same word as the value of a header.
fn imported(word: &str) -> Option<String> {
    let text = format!("curl -H x-api-key:k -H x-sandbox-name:[{word}] -k");
    let import = given::import::import(&text).ok()?;
    let taken = import.taken.iter().find(|taken| taken.target == Target::Sandbox)?;
    Some(taken.value.strip_prefix('[')?.strip_suffix(']')?.to_owned())
}

/// What bash gives a meaning to that is also given one here. Variables, globs and
/// redirections are left out: here they are placeholders or plain text.
const PIECES: [&str; 32] = [
    "a",
    "b c",
    "'",
    "'",
    "\"",
    "\"",
    "\\",
    "\\\\",
    "\\\"",
    "\\'",
    "$'",
    "\\n",
    "\\t",
    "\\x41",
    "\\xc3\\xa9",
    "\\u00e9",
    "\\U1f600",
    "\\101",
    "\\q",
    "#",
    " # ",
    "é",
    "😀",
    "!",
    ",",
    "=",
    ".",
    "\\e",
    "\\?",
    "\\\n",
    "\\7",
    "%",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_word_is_what_bash_makes_of_it(
        pieces in proptest::collection::vec(select(&PIECES[..]), 1..12),
    ) {
        let word = pieces.concat();
        let joined = format!("[{word}]");
        if let Some(expect) = in_bash(&joined) {
            let inner = expect.strip_prefix('[').and_then(|it| it.strip_suffix(']'));
            prop_assert_eq!(imported(&word), inner.map(str::to_owned), "{}", word);
        }
    }
}

#[test]
fn bash_is_there() {
    assert_eq!(in_bash("[a'b'\"c\"]").as_deref(), Some("[abc]"));
    assert_eq!(in_bash("a b"), None);
}
