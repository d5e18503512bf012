//! An HTTP request as text, or its headers alone.

use super::ParseJson;
use super::found::{Format, Import, NothingFound};
use super::gathered::Gathered;
use super::key;
use super::sent::{Data, Sent, is_name};
use crate::find::{find, split_once};

const METHODS: [&str; 7] = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];

/// Reads a text, if it is a request.
pub(super) fn read(text: &str, parse_json: ParseJson<'_>) -> Option<Result<Import, NothingFound>> {
    let mut sent = Sent::default();
    let mut rest = without_comments(text);
    let (line, after) = logical_line(rest);
    if let Some((method, target)) = request_line(line) {
        sent.method = Some(method);
        sent.url = Some(target);
        rest = after;
    }
    while !rest.is_empty() {
        let (line, after) = logical_line(rest);
        rest = after;
        if line.trim().is_empty() {
            break;
        }
        if let Some((name, value)) =
            line.trim_start().strip_prefix(':').and_then(|it| it.split_once(':'))
        {
            // So browsers copy the head of a request of HTTP/2.
            match name {
                "authority" => sent.headers.push(("Host", value.trim())),
                "path" => sent.url = sent.url.or(Some(value.trim())),
                "method" => sent.method = sent.method.or(Some(value.trim())),
                _ => {}
            }
        } else if let Some((name, value)) = header(line) {
            sent.headers.push((name, value.trim()));
        }
    }
    let is_known = |(name, _): &(&str, &str)| key::of_header(name).is_some();
    if sent.url.is_none() && !sent.headers.iter().any(is_known) {
        return None;
    }
    // Where files for editors have several requests, the first.
    let rest = split_once(rest, "\n###").map_or(rest, |(body, _)| body);
    if !rest.trim().is_empty() {
        sent.data.push(Data::Text(rest.trim()));
    }
    let mut gathered = Gathered::default();
    sent.gather(parse_json, &mut gathered);
    Some(gathered.finish(Format::HttpRequest))
}

/// Editors that send requests take lines of comments before them.
fn without_comments(mut text: &str) -> &str {
    while text.starts_with(['#', '\n', '\r']) || text.starts_with("//") {
        text = text.split_once('\n').map_or("", |(_, after)| after);
    }
    text
}

fn header(line: &str) -> Option<(&str, &str)> {
    line.trim_start().split_once(':').filter(|(name, _)| is_name(name))
}

/// The first line and those that begin with a blank after it, which go on with it. A header
/// of its own does not: where a text is copied from a page, all of its lines may be indented.
fn logical_line(text: &str) -> (&str, &str) {
    let mut end = 0;
    while let Some(length) = text.get(end..).and_then(|rest| rest.find('\n')) {
        let after = text.get(end + length + 1..).unwrap_or_default();
        let next = after.split('\n').next().unwrap_or_default();
        // A body that begins with a blank is not one with the empty line before it.
        let is_empty = text.get(..end + length).is_none_or(|line| line.trim().is_empty());
        let goes_on = next.starts_with([' ', '\t']) && !next.trim().is_empty() && !is_empty;
        let is_header = header(next).is_some_and(|(_, value)| value.starts_with(' '))
            || next.trim_start().starts_with(':');
        if !goes_on || is_header {
            return (text.get(..end + length).unwrap_or_default(), after);
        }
        end += length + 1;
    }
    (text, "")
}

fn request_line(line: &str) -> Option<(&str, &str)> {
    let mut words = line.split_whitespace();
    let (method, target) = (words.next()?, words.next()?);
    let version = words.next().is_none_or(|version| version.starts_with("HTTP/"));
    let is_target = target.starts_with(['/', '{', '$']) || find(target, "://").is_some();
    let is_line = METHODS.contains(&method) && is_target && version && words.next().is_none();
    is_line.then_some((method, target))
}
