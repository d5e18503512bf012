//! The address of the Salesforce instance.
//!
//! Deliberately not a general URL parser: that would add 60 KB to the app. What is
//! decided here is what matters for this field: scheme, user info, host, port.

use super::{Checked, Problem, Remark, is_visible_ascii};
use crate::find::split_once;

/// The ends of the host names under which Salesforce serves its instances.
const SALESFORCE: [&str; 4] = ["salesforce.com", "force.com", "salesforce.mil", "cloudforce.com"];

/// An `https` address without user info, such as `https://acme.my.salesforce.com`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EnvironmentUrl(String);

impl EnvironmentUrl {
    /// Trims, puts `https://` before a bare host, and drops a lone slash at the end.
    ///
    /// # Errors
    /// [`Problem::Missing`], [`Problem::NotHttps`], [`Problem::HasUserInfo`],
    /// [`Problem::NotAHost`].
    pub fn parse(text: &str) -> Result<Checked<Self>, Problem> {
        let text = text.trim();
        if text.is_empty() {
            return Err(Problem::Missing);
        }
        if !is_visible_ascii(text) {
            return Err(Problem::NotAHost);
        }
        let mut remarks = Vec::new();
        let rest = match split_once(text, "://") {
            Some((scheme, rest)) if scheme.eq_ignore_ascii_case("https") => rest,
            Some((scheme, _)) if !scheme.contains(['/', '?', '#']) => {
                return Err(Problem::NotHttps);
            }
            // None at all, or only within the path or query of a bare host.
            _ => {
                remarks.push(Remark::HttpsAdded);
                text
            }
        };
        let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
        let (authority, path) = rest.split_at(end);
        if authority.contains('@') {
            return Err(Problem::HasUserInfo);
        }
        let host = match authority.split_once(':') {
            Some((host, port)) if is_port(port) => host,
            Some(_) => return Err(Problem::NotAHost),
            None => authority,
        };
        if !is_host_name(host) {
            return Err(Problem::NotAHost);
        }
        let lower = host.to_ascii_lowercase();
        let salesforce = SALESFORCE.iter().any(|end| {
            lower.strip_suffix(end).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
        });
        if !salesforce {
            remarks.push(Remark::NotSalesforce);
        }
        let path = if path == "/" { "" } else { path };
        let value = ["https://", authority, path].concat();
        Ok(Checked { value: Self(value), remarks })
    }

    /// The address as it is sent.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// `u16` alone would take `+443` as well.
fn is_port(port: &str) -> bool {
    port.bytes().all(|byte| byte.is_ascii_digit()) && port.parse::<u16>().is_ok_and(|port| port > 0)
}

/// Labels of letters, digits and hyphens, at least two of them: an instance has a domain.
fn is_host_name(host: &str) -> bool {
    let label = |part: &str| {
        !part.is_empty()
            && part.len() <= 63
            && !part.starts_with('-')
            && !part.ends_with('-')
            && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    host.len() <= 253 && host.contains('.') && host.split('.').all(label)
}
