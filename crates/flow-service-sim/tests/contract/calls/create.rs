//! Connections are created, with both auth specs of Service Cloud.

use flow_service::operation::create_connection::{self, Created, NewConnection, Param};
use flow_service::secret::SecretName;
use flow_service::value::{
    ConnectionId, ConnectionName, ConnectionSpecId, Description, SpecVersion,
};

use super::{Caller, refused};

/// Creates connections, and gives the ID of one.
pub async fn all(caller: &mut Caller) -> ConnectionId {
    let id = basic(caller, "create", "Support cases").await;
    let request = create_connection::request(&caller.access, oauth2("Work orders"));
    create_connection::response(caller.send("create with OAuth2", &request).await).unwrap();

    let mut unknown = oauth2("Of an unknown source");
    let spec_id = ConnectionSpecId::parse("00000000-0000-4000-8000-000000000000");
    unknown.spec_id = spec_id.unwrap();
    let request = create_connection::request(&caller.access, unknown);
    let response = caller.send("create with an unknown spec", &request).await;
    assert_eq!(refused(create_connection::response(response)), (400, "1413-400".to_owned()));

    let request = create_connection::request(&caller.access, with_user("Refused", "refused"));
    let call = "create with credentials that the source refuses";
    let response = caller.send(call, &request).await;
    assert_eq!(refused(create_connection::response(response)), (400, "1308-400".to_owned()));
    id
}

/// Creates a connection of this name with Basic Authentication.
pub async fn basic(caller: &mut Caller, call: &'static str, name: &str) -> ConnectionId {
    let new = with_user(name, "service@acme.example");
    let request = create_connection::request(&caller.access, new);
    let Created { id, etag } =
        create_connection::response(caller.send(call, &request).await).unwrap();
    assert!(etag.is_some());
    id
}

fn with_user(name: &str, username: &str) -> NewConnection {
    let params = [text("username", username), secret("password"), secret("securityToken")];
    NewConnection { description: None, ..connection(name, "Basic Authentication", params.to_vec()) }
}

fn oauth2(name: &str) -> NewConnection {
    let params = [
        text("environmentUrl", "https://acme.my.salesforce.com"),
        text("clientId", "a-client"),
        secret("clientSecret"),
        text("apiVersion", "60.0"),
    ];
    connection(name, "OAuth2 Client Credential", params.to_vec())
}

fn connection(name: &str, auth_spec: &str, params: Vec<(String, Param)>) -> NewConnection {
    NewConnection {
        name: ConnectionName::parse(name).unwrap(),
        description: Description::parse("For the daily report"),
        spec_id: ConnectionSpecId::service_cloud(),
        spec_version: SpecVersion::parse(SpecVersion::USUAL).unwrap(),
        auth_spec: auth_spec.to_owned(),
        params: Param::Object(params),
    }
}

fn text(key: &str, value: &str) -> (String, Param) {
    (key.to_owned(), Param::Text(value.to_owned()))
}

fn secret(key: &str) -> (String, Param) {
    (key.to_owned(), Param::Secret(SecretName::of_param(key)))
}
