//! The ID that Flow Service gives to a base connection.

/// The ID of a connection, as the service sent it or as an address carries it.
///
/// The service gives UUIDs; the app relies only on what it needs: a path segment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConnectionId(String);

impl ConnectionId {
    /// Accepts 1 to 128 letters, digits, hyphens and underscores.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let allowed = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
        ((1..=128).contains(&text.len()) && text.bytes().all(allowed))
            .then(|| Self(text.to_owned()))
    }

    /// The ID as the service gave it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
