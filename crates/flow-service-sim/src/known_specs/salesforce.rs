//! Salesforce CRM: the parameters of Service Cloud, but its Basic Authentication asks for the
//! environment URL. Source of the ID: Adobe's API page for that source.

use flow_service::spec::{AuthField, BASIC_AUTHENTICATION, ConnectionSpec};
use serde_json::Value;

pub fn spec() -> Value {
    let mut spec = ConnectionSpec::service_cloud();
    "cfc0fee1-7dc0-40ef-b73e-d8b134c436f5".clone_into(&mut spec.id);
    "salesforce".clone_into(&mut spec.name);
    for auth in spec.auth_specs.iter_mut().filter(|auth| auth.name == BASIC_AUTHENTICATION) {
        let fields = auth.fields.iter().cloned().map(|field| {
            let required = field.required || field.key == "environmentUrl";
            AuthField { required, ..field }
        });
        auth.fields = fields.collect();
    }
    spec.to_json()
}
