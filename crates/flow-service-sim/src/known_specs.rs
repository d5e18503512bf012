//! The connection specs that the local service knows: Salesforce Service Cloud, which the
//! shared types have built in, and five other sources, so that lists have several.

mod others;

use flow_service::spec::{BASIC_AUTHENTICATION, ConnectionSpec};
use serde_json::{Value, json};

/// The provider of Service Cloud, as the published spec of 2020 has it; the provider of the
/// other sources is not documented, and they get the same one.
const PROVIDER: &str = "0ed90a81-07f4-4586-8190-b40eccef1c5a";
/// The ID of the Salesforce CRM spec. Source: Adobe's API page for that source.
const CRM: &str = "cfc0fee1-7dc0-40ef-b73e-d8b134c436f5";

/// A source with what the shared types leave out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownSpec {
    /// The spec as the shared types have it.
    pub spec: ConnectionSpec,
    /// The name that people read.
    pub title: &'static str,
    /// The group in Adobe's catalog.
    pub category: &'static str,
}

/// All specs, in the order in which they are listed.
pub fn all() -> Vec<KnownSpec> {
    let service_cloud = KnownSpec {
        spec: ConnectionSpec::service_cloud(),
        title: "Salesforce Service Cloud",
        category: "Customer Success",
    };
    let crm = KnownSpec { spec: crm(), title: "Salesforce", category: "CRM" };
    [service_cloud, crm].into_iter().chain(others::all()).collect()
}

/// The spec with that ID.
pub fn with_id(id: &str) -> Option<KnownSpec> {
    all().into_iter().find(|known| known.spec.id.eq_ignore_ascii_case(id))
}

impl KnownSpec {
    /// The spec in the shape of the API.
    pub fn to_json(&self) -> Value {
        let mut item = self.spec.to_json();
        if let Some(members) = item.as_object_mut() {
            members.insert("providerId".to_owned(), PROVIDER.into());
            let attributes = json!({
                "category": self.category,
                "connectorName": self.title,
                "isSource": true,
            });
            members.insert("attributes".to_owned(), attributes);
        }
        item
    }
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
