//! The connection specs that the local service knows: Salesforce Service Cloud, which the
//! shared types have built in, and Salesforce CRM beside it, so that lists have two sources.

use flow_service::spec::{BASIC_AUTHENTICATION, ConnectionSpec};

/// The ID of the Salesforce CRM spec. Source: Adobe's API page for that source.
pub const CRM: &str = "cfc0fee1-7dc0-40ef-b73e-d8b134c436f5";

/// All specs, in the order in which they are listed.
pub fn all() -> Vec<ConnectionSpec> {
    vec![ConnectionSpec::service_cloud(), crm()]
}

/// The spec with that ID.
pub fn with_id(id: &str) -> Option<ConnectionSpec> {
    all().into_iter().find(|spec| spec.id.eq_ignore_ascii_case(id))
}

/// Salesforce CRM has the parameters of Service Cloud, but its Basic Authentication asks
/// for the environment URL. The name is made up: Adobe's pages do not print it.
fn crm() -> ConnectionSpec {
    let mut spec = ConnectionSpec::service_cloud();
    CRM.clone_into(&mut spec.id);
    "salesforce".clone_into(&mut spec.name);
    for auth in spec.auth_specs.iter_mut().filter(|auth| auth.name == BASIC_AUTHENTICATION) {
        for field in auth.fields.iter_mut().filter(|field| field.key == "environmentUrl") {
            field.required = true;
        }
    }
    spec
}
