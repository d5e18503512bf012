//! The connection specs that the local service knows: Salesforce Service Cloud, which the
//! shared types have built in, and other sources, so that lists have several and forms are
//! drawn of specs of every shape.
//!
//! IDs, auth specs and most parameters of the others are those of Adobe's API pages, which
//! print no JSON Schema of them; limits, choices and further parameters are made up, and so
//! are the names for filters but for `service-now`.

mod salesforce;

mod service_now;

mod amazon_s3;

mod snowflake;

mod sftp;

mod generic_rest;

mod event_hubs;

use flow_service::spec::{BASIC_AUTHENTICATION, ConnectionSpec};
use serde_json::{Value, json};

/// The provider of Service Cloud, as the published spec of 2020 has it; the provider of the
/// other sources is not documented, and they get the same one.
const PROVIDER: &str = "0ed90a81-07f4-4586-8190-b40eccef1c5a";

/// A source as `GET /connectionSpecs` gives it, and as the shared types read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownSpec {
    /// The spec as the shared types have it.
    pub spec: ConnectionSpec,
    /// The name that people read.
    pub title: &'static str,
    /// The item of the list.
    pub item: Value,
}

/// All specs, in the order in which they are listed.
#[derive(Debug, Clone)]
pub struct KnownSpecs(Vec<KnownSpec>);

impl KnownSpecs {
    /// The specs; `basic` says whether Service Cloud still offers Basic Authentication.
    #[must_use]
    pub fn new(basic: bool) -> Self {
        let mut service_cloud = ConnectionSpec::service_cloud();
        if !basic {
            service_cloud.auth_specs.retain(|auth| auth.name != BASIC_AUTHENTICATION);
        }
        let sources = [
            ("Salesforce Service Cloud", "Customer Success", service_cloud.to_json()),
            ("Salesforce", "CRM", salesforce::spec()),
            ("ServiceNow", "Customer Success", service_now::spec()),
            ("Amazon S3", "Cloud Storage", amazon_s3::spec()),
            ("Snowflake", "Databases", snowflake::spec()),
            ("SFTP", "Cloud Storage", sftp::spec()),
            ("Generic REST API", "Protocols", generic_rest::spec()),
            ("Azure Event Hubs", "Cloud Storage", event_hubs::spec()),
        ];
        let known = sources.into_iter().filter_map(|(title, category, mut item)| {
            let spec = ConnectionSpec::from_json(&item)?;
            let members = item.as_object_mut()?;
            members.insert("providerId".to_owned(), PROVIDER.into());
            let attributes =
                json!({ "category": category, "connectorName": title, "isSource": true });
            members.insert("attributes".to_owned(), attributes);
            Some(KnownSpec { spec, title, item })
        });
        Self(known.collect())
    }

    /// All of them.
    #[must_use]
    pub fn all(&self) -> &[KnownSpec] {
        &self.0
    }

    /// The spec with that ID.
    #[must_use]
    pub fn with_id(&self, id: &str) -> Option<&KnownSpec> {
        self.0.iter().find(|known| known.spec.id.eq_ignore_ascii_case(id))
    }
}

/// A spec in the shape of the API: auth specs by name, each with its schema.
fn spec(id: &str, name: &str, auth_specs: &[(&str, Value)]) -> Value {
    let auth_spec = |(name, schema): &(&str, Value)| {
        let mut schema = schema.clone();
        if let Some(members) = schema.as_object_mut() {
            let draft = "http://json-schema.org/draft-07/schema#";
            members.insert("$schema".to_owned(), draft.into());
            members.insert("type".to_owned(), "object".into());
        }
        json!({ "name": name, "type": name.replace(' ', ""), "spec": schema })
    };
    let auth_specs: Vec<_> = auth_specs.iter().map(auth_spec).collect();
    json!({ "id": id, "name": name, "version": "1.0", "authSpec": auth_specs })
}

/// The schema of a secret.
fn secret(description: &str) -> Value {
    json!({ "type": "string", "description": description, "format": "password" })
}
