//! A small model of what reads a line in the command prompt of Windows: cmd, then the start-up
//! of a program, then curl with its variables.
//!
//! It knows what our code uses, and panics at all else that cmd gives a meaning to.

use std::collections::BTreeMap;

use super::received::Received;

/// Where a line stands: the two treat percent signs differently.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    Prompt,
    BatchFile,
}

/// What curl would send, run with these variables.
pub fn run(code: &str, place: Place, variables: &[(String, String)]) -> Received {
    assert!(code.is_ascii(), "a batch file is read in the code page of the machine: {code}");
    let mut variables: BTreeMap<_, _> = variables.iter().cloned().collect();
    let mut sent = None;
    let mut lines = code.lines();
    while let Some(line) = lines.next() {
        if line.starts_with("rem ") {
            continue;
        }
        let mut command = String::new();
        let mut rest = expanded(line, place, &variables);
        while let Continued::Yes = parse(&rest, &mut command) {
            rest = expanded(lines.next().unwrap(), place, &variables);
        }
        if let Some(assignment) = command.strip_prefix("set \"") {
            let (name, value) = assignment.strip_suffix('"').unwrap().split_once('=').unwrap();
            variables.insert(name.to_owned(), value.to_owned());
        } else {
            assert!(sent.is_none(), "a second command: {command}");
            sent = Some(curl(&arguments(&command), &variables));
        }
    }
    sent.unwrap()
}

/// The first thing that cmd does: variables between percent signs.
fn expanded(line: &str, place: Place, variables: &BTreeMap<String, String>) -> String {
    let mut text = String::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('%') {
        text.push_str(before);
        rest = after;
        let variable = after.split_once('%').and_then(|(inner, after)| {
            let (name, part) = inner.split_once(":~").unwrap_or((inner, ""));
            let value = variables.get(name)?;
            let value = match part {
                "" => value.as_str(),
                "0,1" => &value[..1],
                other => panic!("a part {other}"),
            };
            Some((value.to_owned(), after))
        });
        if place == Place::BatchFile && after.starts_with('%') {
            text.push('%');
            rest = &after[1..];
        } else if place == Place::BatchFile && after.starts_with(|c: char| c.is_ascii_digit()) {
            rest = &after[1..];
        } else if let Some((value, after)) = variable {
            text.push_str(&value);
            rest = after;
        } else if place == Place::Prompt {
            // What is no variable stays.
            text.push('%');
        } else if let Some((_, after)) = after.split_once('%') {
            rest = after;
        }
    }
    text + rest
}

enum Continued {
    Yes,
    No,
}

/// The second thing: quotes and carets.
fn parse(line: &str, command: &mut String) -> Continued {
    let mut quoted = false;
    let mut characters = line.chars();
    while let Some(character) = characters.next() {
        match character {
            '"' => {
                quoted = !quoted;
                command.push('"');
            }
            '^' if !quoted => match characters.next() {
                Some(literal) => command.push(literal),
                None => return Continued::Yes,
            },
            '&' | '|' | '<' | '>' | '(' | ')' if !quoted => {
                panic!("cmd would take {character} for its own: {line}")
            }
            other => command.push(other),
        }
    }
    assert!(!quoted, "cmd believes that a quote is open: {line}");
    Continued::No
}

/// What the start-up of a program makes of its command line.
fn arguments(command: &str) -> Vec<String> {
    let mut arguments = vec![];
    let mut argument: Option<String> = None;
    let mut quoted = false;
    let mut characters = command.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            ' ' | '\t' if !quoted => arguments.extend(argument.take()),
            '"' => {
                let argument = argument.get_or_insert_default();
                if quoted && characters.next_if_eq(&'"').is_some() {
                    argument.push('"');
                } else {
                    quoted = !quoted;
                }
            }
            '\\' => {
                let mut count = 1;
                while characters.next_if_eq(&'\\').is_some() {
                    count += 1;
                }
                let argument = argument.get_or_insert_default();
                if characters.peek() == Some(&'"') {
                    argument.extend(std::iter::repeat_n('\\', count / 2));
                    if count % 2 == 1 {
                        argument.extend(characters.next());
                    }
                } else {
                    argument.extend(std::iter::repeat_n('\\', count));
                }
            }
            other => {
                assert!(quoted || !"*?".contains(other), "some programs look for files: {command}");
                argument.get_or_insert_default().push(other);
            }
        }
    }
    assert!(!quoted, "{command}");
    arguments.extend(argument);
    arguments
}

fn curl(arguments: &[String], environment: &BTreeMap<String, String>) -> Received {
    let mut received = Received {
        method: String::new(),
        target: String::new(),
        headers: vec![],
        body: String::new(),
    };
    let mut variables = BTreeMap::new();
    let mut globbing = true;
    let mut arguments = arguments.iter();
    assert_eq!(arguments.next().unwrap(), "curl");
    while let Some(argument) = arguments.next() {
        let (expand, option) = match argument.strip_prefix("--expand-") {
            Some(option) => (true, ["--", option].concat()),
            None => (false, argument.clone()),
        };
        let mut value = || {
            let value = arguments.next().unwrap();
            if expand { with_variables(value, &variables) } else { value.clone() }
        };
        match option.as_str() {
            "--globoff" => globbing = false,
            "--request" => received.method = value(),
            "--header" => {
                let header = value();
                let (name, value) = header.split_once(": ").unwrap();
                received.headers.push((name.to_owned(), value.to_owned()));
            }
            "--data-raw" => received.body = value(),
            "--variable" => {
                let name = value();
                let name = name.strip_prefix('%').unwrap();
                let _none = variables.insert(name.to_owned(), environment[name].clone());
            }
            address => {
                assert!(!globbing || !address.contains(['{', '}', '[', ']']), "{address}");
                let target = address.strip_prefix("https://platform.example").unwrap();
                target.clone_into(&mut received.target);
            }
        }
    }
    received
}

/// What `--expand-` makes of a text.
fn with_variables(text: &str, variables: &BTreeMap<String, String>) -> String {
    let mut expanded = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("{{") {
        assert!(!before.ends_with('\\'), "an escape: {text}");
        expanded.push_str(before);
        let (name, after) = after.split_once("}}").unwrap();
        match name.strip_suffix(":json") {
            Some(name) => {
                let json = serde_json::to_string(&variables[name]).unwrap();
                expanded.push_str(&json[1..json.len() - 1]);
            }
            None => expanded.push_str(&variables[name]),
        }
        rest = after;
    }
    expanded + rest
}
