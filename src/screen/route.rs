//! The views, and how the address names them.

use flow_service::value::ConnectionId;

/// A view.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Route {
    /// `#/create`
    #[default]
    Create,
    /// `#/connections`
    Connections,
    /// `#/connections/{id}`
    Connection(ConnectionId),
}

impl Route {
    /// The views of the navigation, in its order.
    pub const ALL: [Self; 2] = [Self::Create, Self::Connections];

    /// The fragment of the address.
    #[must_use]
    pub fn fragment(&self) -> String {
        match self {
            Self::Create => CREATE.to_owned(),
            Self::Connections => CONNECTIONS.to_owned(),
            Self::Connection(id) => [CONNECTIONS, "/", id.as_str()].concat(),
        }
    }

    /// The view of a fragment; an unknown one is *Create*.
    #[must_use]
    pub fn of_fragment(fragment: &str) -> Self {
        match fragment.strip_prefix(CONNECTIONS) {
            Some("" | "/") => Self::Connections,
            Some(rest) => {
                let id = rest.strip_prefix('/').and_then(ConnectionId::parse);
                id.map_or(Self::Create, Self::Connection)
            }
            None => Self::Create,
        }
    }
}

const CREATE: &str = "#/create";
const CONNECTIONS: &str = "#/connections";
