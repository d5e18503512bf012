//! The stages that need no network: what is typed, and what the access token says.

use flow_service::request::{Access, BEARER};
use flow_service::value::{ConnectionId, Remark, SpecVersion};

use super::progress::Plan;
use super::{Finding, Given, TokenLook};
use crate::screen::field::Field;
use crate::screen::form::{Findings, read_access, read_spec_id};
use crate::screen::model::Model;
use crate::screen::phase::Phase;
use crate::screen::read::read;

/// What is found about what is typed.
pub(super) fn typed(model: &Model, given: &Given) -> Vec<Finding> {
    let created = matches!(model.phase, Phase::Created { .. });
    let found = if created {
        // The credentials were cleared when the connection was created.
        let mut found = Findings::default();
        found.take(Field::AccessToken, given.secrets.token.checked());
        read_access(&model.form, &mut found);
        found
    } else {
        read(&model.form, &model.auth(), &given.secrets, &model.means).1
    };
    let problems = found.problems.into_iter().map(|(field, it)| Finding::Problem(field, it));
    // What the token says of itself is the next stage.
    let remarks = found
        .remarks
        .into_iter()
        .filter(|(_, remark)| !matches!(remark, Remark::NotAJwt | Remark::Expired(_)))
        .map(|(field, it)| Finding::Remark(field, it));
    created.then_some(Finding::OnlyAccess).into_iter().chain(problems).chain(remarks).collect()
}

/// What is found about the access token; none where there is no token.
pub(super) fn token(model: &Model, given: &Given) -> Option<Vec<Finding>> {
    Some(match &given.token {
        TokenLook::Missing => return None,
        TokenLook::FromHost => vec![Finding::TokenFromHost],
        TokenLook::NotReadable(_) => vec![Finding::TokenNotReadable],
        TokenLook::Readable(facts, _) => {
            let (api_key, organization) = (&model.form.api_key, &model.form.organization_id);
            let found = facts.findings(given.now, Some(api_key), Some(organization));
            let end = facts.expires_at.filter(|at| *at > given.now).map(Finding::TokenEnds);
            end.into_iter().chain(found.into_iter().map(Finding::Token)).collect()
        }
    })
}

/// What can be asked for with what is typed.
pub(super) fn plan(model: &Model, given: &Given) -> Plan {
    let access = read_access(&model.form, &mut Findings::default());
    let access = access.filter(|_| given.secrets.token.checked().is_ok());
    let connection = connection(model).filter(|(_, made_with)| access.as_ref() == Some(made_with));
    Plan {
        access,
        spec_id: read_spec_id(&model.form).ok().map(|checked| checked.value),
        version: SpecVersion::parse(&model.form.spec_version).ok(),
        auth_spec: model.auth_name.clone(),
        connection,
    }
}

/// The connection that stands on the page as just created, and the access it was created with.
/// With other access it is not there, and an earlier one tells nothing about what is typed now.
fn connection(model: &Model) -> Option<(ConnectionId, Access)> {
    let Phase::Created { access, .. } = &model.phase else { return None };
    let connected = model.latest().filter(|connected| !connected.removed)?;
    Some((connected.id.clone(), access.clone()))
}

/// The headers of each request, with the number of their characters.
pub(super) fn headers(plan: &Plan, token: &TokenLook) -> Vec<(&'static str, Option<usize>)> {
    let token = match token {
        TokenLook::NotReadable(length) | TokenLook::Readable(_, length) => Some(*length),
        TokenLook::Missing | TokenLook::FromHost => None,
    };
    let Some(access) = &plan.access else { return Vec::new() };
    vec![
        ("Authorization", token.map(|length| BEARER.len() + length)),
        ("x-api-key", Some(access.api_key.as_str().len())),
        ("x-gw-ims-org-id", Some(access.organization.as_str().len())),
        ("x-sandbox-name", Some(access.sandbox.as_str().len())),
    ]
}
