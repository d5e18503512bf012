//! Addresses, as far as they are needed here: scheme, host and port.
//!
//! Deliberately not a general URL parser, for the reason that
//! [`EnvironmentUrl`](crate::value::EnvironmentUrl) gives.

use super::found::Why;
use crate::find::split_once;

/// The origin of an address or of a bare host, without a slash at its end.
pub(super) fn of(address: &str) -> Result<String, Why> {
    let (scheme, rest) = match split_once(address, "://") {
        Some((scheme, rest)) if !scheme.contains(['/', '?', '#']) => (Some(scheme), rest),
        _ => (None, address),
    };
    let authority = authority_of(rest);
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b".-:[]".contains(&byte);
    if !authority.bytes().all(allowed) || !authority.starts_with(starts_host) {
        return Err(Why::NotAnAddress);
    }
    let local = is_this_machine(host_of(authority));
    match scheme {
        Some(scheme) if scheme.eq_ignore_ascii_case("https") => {}
        Some(scheme) if !scheme.eq_ignore_ascii_case("http") => return Err(Why::NotAnAddress),
        // A bare address of this very machine is one of a service that is tried out.
        _ if local => return Ok(["http://", authority].concat()),
        Some(_) => return Err(Why::NotHttps),
        None => {}
    }
    Ok(["https://", authority].concat())
}

/// Whether the address is one of Adobe's hosts.
pub(super) fn is_adobes(address: &str) -> bool {
    let Ok(origin) = of(address) else { return false };
    let host = host_of(split_once(&origin, "://").map_or("", |(_, host)| host));
    let host = host.to_ascii_lowercase();
    ["adobe.io", "adobe.com", "adobe.net", "adobelogin.com"].iter().any(|end| {
        host.strip_suffix(end).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
    })
}

/// Path of an address, without query and fragment. A bare path is one too.
pub(super) fn path_of(address: &str) -> &str {
    let rest = split_once(address, "://").map_or(address, |(_, rest)| rest);
    let path = rest.find('/').and_then(|at| rest.get(at..)).unwrap_or_default();
    path.split(['?', '#']).next().unwrap_or_default()
}

/// Query of an address, without its question mark.
pub(super) fn query_of(address: &str) -> Option<&str> {
    address.split('#').next()?.split_once('?').map(|(_, query)| query)
}

fn authority_of(rest: &str) -> &str {
    rest.split(['/', '?', '#']).next().unwrap_or_default()
}

fn starts_host(first: char) -> bool {
    first.is_ascii_alphanumeric() || first == '['
}

fn host_of(authority: &str) -> &str {
    match authority.rsplit_once(':') {
        Some((host, port)) if !port.ends_with(']') => host,
        _ => authority,
    }
}

fn is_this_machine(host: &str) -> bool {
    matches!(host, "localhost" | "127.0.0.1" | "[::1]")
}
