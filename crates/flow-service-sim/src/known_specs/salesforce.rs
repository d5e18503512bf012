//! Salesforce CRM: the parameters of Service Cloud, but its Basic Authentication asks for the
//! environment URL. Source of the ID: Adobe's API page for that source.

use std::sync::Arc;

use flow_service::spec::{BASIC_AUTHENTICATION, ConnectionSpec};
use serde_json::Value;

pub fn spec() -> Value {
    let mut spec = ConnectionSpec::service_cloud();
    "cfc0fee1-7dc0-40ef-b73e-d8b134c436f5".clone_into(&mut spec.id);
    "salesforce".clone_into(&mut spec.name);
    for auth in spec.auth_specs.iter_mut().filter(|auth| auth.name == BASIC_AUTHENTICATION) {
        for field in
            Arc::make_mut(&mut auth.fields).iter_mut().filter(|field| field.key == "environmentUrl")
        {
            field.required = true;
        }
    }
    spec.to_json()
}
