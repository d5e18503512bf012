//! curl commands, as bash, cmd and PowerShell take them.
//!
//! Read is what tells of the request: address, method, headers, body. Options are those of
//! curl's manual; one that is not known here is left aside.

use super::ParseJson;
use super::found::{Format, Import, NothingFound, Why};
use super::gathered::Gathered;
use super::placeholder::EXPANSION;
use super::sent::{Data, Sent, is_name};
use super::{bash, cmd, power_shell};
use crate::find::find;

/// The letters of options that take an argument.
const WITH_ARGUMENT: &str = "AbcCdDeEFHhKmoPQrtTuUwxXyYz";

/// Options that take an argument, and whose argument could be taken for an address.
const WITH_ADDRESS: [&str; 13] = [
    "--proxy",
    "--preproxy",
    "--referer",
    "--user-agent",
    "--user",
    "--output",
    "--cacert",
    "--cert",
    "--key",
    "--resolve",
    "--connect-to",
    "--doh-url",
    "--write-out",
];

/// Reads a text, if there is a curl command in it. Of several, the first that gives a value,
/// and beside a request for a token one that uses it.
pub(super) fn read(text: &str, parse_json: ParseJson<'_>) -> Option<Result<Import, NothingFound>> {
    let line = text.lines().find(|line| is_curl_line(line))?;
    let words = if cmd::is_style_of(line) {
        cmd::words(text)
    } else if power_shell::is_style_of(line) {
        power_shell::words(text)
    } else {
        bash::words(text)
    };
    let mut first: Option<Gathered> = None;
    let mut kinds: Vec<Kind> = Vec::new();
    for command in words.commands() {
        let mut words = command.into_iter();
        if !words.any(is_curl) {
            continue;
        }
        let mut gathered = Gathered::default();
        let sent = arguments(words, &mut gathered);
        sent.gather(parse_json, &mut gathered);
        let kind = if sent.is_for_token() { Kind::Token } else { Kind::Other };
        match &mut first {
            None => first = Some(gathered),
            Some(_) if !gathered.is_usable() => continue,
            Some(first) if kinds.is_empty() => *first = gathered,
            Some(first) if !kinds.contains(&kind) => first.absorb(gathered),
            Some(first) => first.ignore("curl", Why::Duplicate),
        }
        if first.as_ref().is_some_and(Gathered::is_usable) {
            kinds.push(kind);
        }
    }
    Some(first.unwrap_or_default().finish(Format::Curl))
}

/// What a command asks for.
#[derive(PartialEq, Eq)]
enum Kind {
    Token,
    Other,
}

/// Whether curl is run at the beginning of a line, be it behind the mark of a prompt.
fn is_curl_line(line: &str) -> bool {
    let line = line.trim_start_matches([' ', '\t', '$', '%', '>']);
    line.split_whitespace().next().is_some_and(is_curl)
}

fn is_curl(word: &str) -> bool {
    ["curl", "curl.exe"].iter().any(|name| word.eq_ignore_ascii_case(name))
}

fn arguments<'a>(mut words: impl Iterator<Item = &'a str>, gathered: &mut Gathered) -> Sent<'a> {
    let mut sent = Sent::default();
    while let Some(word) = words.next() {
        if let Some(letters) = short_options(word) {
            let option = letters.char_indices().find(|&(_, it)| WITH_ARGUMENT.contains(it));
            let ends = option.map_or(letters.len(), |(at, _)| at);
            for letter in letters.get(..ends).unwrap_or_default().chars() {
                flag(letter, &mut sent);
            }
            if let Some((at, letter)) = option {
                let joined = letters.get(at + 1..).filter(|joined| !joined.is_empty());
                let Some(argument) = joined.or_else(|| words.next()) else { break };
                option_of_letter(letter, argument, &mut sent, gathered);
            }
        } else if word.starts_with("--") {
            long_option(word, &mut words, &mut sent, gathered);
        } else if is_address(word) && sent.url.is_none() {
            sent.url = Some(word);
        }
    }
    sent
}

fn short_options(word: &str) -> Option<&str> {
    word.strip_prefix('-').filter(|letters| !letters.is_empty() && !letters.starts_with('-'))
}

/// An option without an argument.
fn flag(letter: char, sent: &mut Sent<'_>) {
    match letter {
        'G' => sent.method = Some("GET"),
        'I' => sent.method = Some("HEAD"),
        _ => {}
    }
}

fn option_of_letter<'a>(
    letter: char,
    argument: &'a str,
    sent: &mut Sent<'a>,
    gathered: &mut Gathered,
) {
    match letter {
        'H' => header(argument, sent, gathered),
        'd' => data("--data", argument, sent, gathered),
        'X' => sent.method = Some(argument),
        'b' => gathered.ignore("--cookie", Why::Unknown),
        'u' => gathered.ignore("--user", Why::Unknown),
        'F' => gathered.ignore("--form", Why::AnotherRequest),
        'T' => gathered.ignore("--upload-file", Why::File),
        'K' => gathered.ignore("--config", Why::File),
        _ => {}
    }
}

fn long_option<'a>(
    option: &str,
    words: &mut impl Iterator<Item = &'a str>,
    sent: &mut Sent<'a>,
    gathered: &mut Gathered,
) {
    // curl would put variables into such an argument: what stands for them is a placeholder.
    let expanded = option.strip_prefix("--expand-").map(|name| ["--", name].concat());
    let option = expanded.as_deref().unwrap_or(option);
    match option {
        "--get" => flag('G', sent),
        "--head" => flag('I', sent),
        "--variable" => drop(words.next()),
        "--header" | "--request" | "--cookie" | "--form" | "--upload-file" | "--config" => {
            let letter = match option {
                "--header" => 'H',
                "--request" => 'X',
                "--cookie" => 'b',
                "--form" => 'F',
                "--upload-file" => 'T',
                _ => 'K',
            };
            if let Some(argument) = words.next() {
                option_of_letter(letter, argument, sent, gathered);
            }
        }
        "--url" => sent.url = words.next().or(sent.url),
        "--data" | "--data-ascii" | "--data-binary" | "--json" => {
            if let Some(argument) = words.next() {
                data(option, argument, sent, gathered);
            }
        }
        "--data-raw" => sent.data.extend(words.next().map(Data::Text)),
        "--data-urlencode" => match words.next() {
            Some(pair) if names_file(pair) => gathered.ignore(option, Why::File),
            Some(pair) => sent.data.push(Data::Pair(pair)),
            None => {}
        },
        "--oauth2-bearer" => {
            sent.headers.extend(words.next().map(|token| (crate::request::AUTHORIZATION, token)));
        }
        _ if WITH_ADDRESS.contains(&option) => drop(words.next()),
        _ => {}
    }
}

fn header<'a>(line: &'a str, sent: &mut Sent<'a>, gathered: &mut Gathered) {
    match line.split_once(':') {
        Some((name, value)) if is_name(name.trim()) => {
            sent.headers.push((name.trim(), value.trim()));
        }
        Some(_) => gathered.ignore("--header", Why::Unknown),
        None if line.starts_with('@') => gathered.ignore("--header", Why::File),
        None if line.contains(EXPANSION) => gathered.ignore("--header", Why::Placeholder),
        None => gathered.ignore("--header", Why::Empty),
    }
}

fn data<'a>(option: &str, argument: &'a str, sent: &mut Sent<'a>, gathered: &mut Gathered) {
    if argument.starts_with('@') {
        gathered.ignore(option, Why::File);
    } else {
        sent.data.push(Data::Text(argument));
    }
}

/// `name@file`, where `name=value` would be the value itself.
fn names_file(pair: &str) -> bool {
    pair.find(['=', '@']).and_then(|at| pair.get(at..)).is_some_and(|rest| rest.starts_with('@'))
}

/// Arguments of options that are not known here stand among the addresses.
fn is_address(word: &str) -> bool {
    word.contains(EXPANSION)
        || ["://", "{{", "/data/", "/ims/"].iter().any(|mark| find(word, mark).is_some())
}
