//! The request that creates a connection with Basic Authentication.

use flow_service::operation::create_connection::{self, NewConnection, Param};
use flow_service::request::Request;
use flow_service::secret::SecretName;
use flow_service::value::{ConnectionName, ConnectionSpecId, Description, SpecVersion};

use super::access::access;

pub fn connection(name: &str, description: &str, username: &str) -> Request {
    let secret = |key: &str| (key.to_owned(), Param::Secret(SecretName::of_param(key)));
    let new = NewConnection {
        name: ConnectionName::parse(name).unwrap(),
        description: Description::parse(description),
        spec_id: ConnectionSpecId::service_cloud(),
        spec_version: SpecVersion::parse(SpecVersion::USUAL).unwrap(),
        auth_spec: "Basic Authentication".to_owned(),
        params: Param::Object(vec![
            ("username".to_owned(), Param::Text(username.to_owned())),
            secret("password"),
            secret("securityToken"),
        ]),
    };
    create_connection::request(&access(), new)
}
