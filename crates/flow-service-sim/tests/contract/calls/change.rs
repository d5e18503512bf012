//! A connection is changed: name, description and credentials, and what is refused.

use flow_service::operation::update_connection::{self, Changes, DescriptionChange, auth_params};
use flow_service::request::{Body, Request};
use flow_service::secret::SecretName;
use flow_service::value::{ConnectionId, ConnectionName, Etag};

use super::{Caller, refused, unknown_id, with_slash};

const NOTHING: Changes = Changes { name: None, description: None, auth_params: None };

/// Changes this connection, which has no description.
pub async fn all(caller: &mut Caller, id: &ConnectionId) {
    let old = caller.etag(id).await;
    carried_out(caller, id, "change the name", &name("Cases of the north"), false).await;
    let description = DescriptionChange::Set("For the weekly report".to_owned());
    let all = Changes {
        description: Some(description.clone()),
        ..with_credentials(caller, id, name("Cases of the south")).await
    };
    carried_out(caller, id, "change name, description and credentials", &all, false).await;
    let removed = Changes { description: Some(DescriptionChange::Removed), ..NOTHING };
    carried_out(caller, id, "take the description away", &removed, true).await;

    carried_out(caller, id, "change the name, with the slash", &name("Cases"), false).await;
    let set = Changes { description: Some(description), ..NOTHING };
    carried_out(caller, id, "change the description, with the slash", &set, false).await;
    let credentials = with_credentials(caller, id, NOTHING).await;
    carried_out(caller, id, "change the credentials, with the slash", &credentials, true).await;

    let refusals = [
        ("change with an old etag", id, (412, "1404-412")),
        ("change with an old etag, with the slash", id, (412, "1404-412")),
        ("change an unknown ID, with the slash", &unknown_id(), (404, "1439-404")),
    ];
    for (call, id, (status, code)) in refusals {
        let request = request(caller, call, id, &old, &name("Too late"), true);
        let response = caller.send(call, &request).await;
        let refused = refused(update_connection::response(response));
        assert_eq!(refused, (status, code.to_owned()), "{call}");
    }
}

/// A change that holds afterwards.
async fn carried_out(
    caller: &mut Caller,
    id: &ConnectionId,
    call: &'static str,
    changes: &Changes,
    had_description: bool,
) {
    let etag = caller.etag(id).await;
    let request = request(caller, call, id, &etag, changes, had_description);
    let updated = update_connection::response(caller.send(call, &request).await).unwrap();
    assert_eq!(updated.id, *id, "{call}");
    assert_ne!(updated.etag, Some(etag), "{call}");
    assert_eq!(updated.etag, Some(caller.etag(id).await), "{call}");
}

/// The app's request, or the one with the document's path, by the name of the call.
fn request(
    caller: &Caller,
    call: &str,
    id: &ConnectionId,
    etag: &Etag,
    changes: &Changes,
    had_description: bool,
) -> Request {
    let request =
        update_connection::request(&caller.access, id, etag, changes, had_description).unwrap();
    if call.ends_with(", with the slash") { with_slash(request) } else { request }
}

fn name(name: &str) -> Changes {
    Changes { name: Some(ConnectionName::parse(name).unwrap()), ..NOTHING }
}

/// These changes, and all credentials given anew.
async fn with_credentials(caller: &mut Caller, id: &ConnectionId, changes: Changes) -> Changes {
    let secrets = ["password", "securityToken"];
    let stored = caller.read(id).await.auth_params;
    let given = secrets.map(|key| (vec![key], Body::Secret(SecretName::of_param(key))));
    let params = auth_params(stored.as_ref(), given.to_vec(), &secrets.map(|key| vec![key]));
    Changes { auth_params: Some(params), ..changes }
}
