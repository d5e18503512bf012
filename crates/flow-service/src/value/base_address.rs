//! Where requests go: scheme and host of Platform's APIs, or of IMS.

/// Scheme and host before the path of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BaseAddress {
    /// The page's own origin: a reverse proxy.
    OwnOrigin,
    /// An origin, without a slash at its end.
    Origin(String),
}

impl BaseAddress {
    /// Adobe's own address of Platform's APIs.
    #[must_use]
    pub fn platform() -> Self {
        Self::Origin("https://platform.adobe.io".to_owned())
    }

    /// Adobe's own address of IMS, which makes access tokens.
    #[must_use]
    pub fn ims() -> Self {
        Self::Origin("https://ims-na1.adobelogin.com".to_owned())
    }

    /// Accepts `/`, an `https` origin, and `http` for this very machine: tokens and secrets
    /// must not travel in clear.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        if text == "/" {
            return Some(Self::OwnOrigin);
        }
        let origin = text.strip_suffix('/').unwrap_or(text);
        let (scheme, rest) = origin.split_once(':')?;
        let authority = rest.strip_prefix("//")?;
        let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b".-:[]".contains(&byte);
        if authority.is_empty() || !authority.bytes().all(allowed) {
            return None;
        }
        let host = match authority.rsplit_once(':') {
            Some((host, port)) if !port.ends_with(']') => host,
            _ => authority,
        };
        let local = matches!(host, "localhost" | "127.0.0.1" | "[::1]");
        let secure = scheme == "https" || (scheme == "http" && local);
        secure.then(|| Self::Origin(origin.to_owned()))
    }

    /// The origin, where the page's own is this.
    #[must_use]
    pub fn origin<'a>(&'a self, own: &'a str) -> &'a str {
        match self {
            Self::OwnOrigin => own,
            Self::Origin(origin) => origin,
        }
    }
}
