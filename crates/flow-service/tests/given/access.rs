//! Who asks, in all tests: no account of anyone.

use flow_service::request::Access;
use flow_service::value::{ApiKey, OrganizationId, SandboxName};

pub const API_KEY: &str = "0123456789abcdef0123456789abcdef";
pub const ORGANIZATION: &str = "0123456789ABCDEF01234567@AdobeOrg";
pub const SANDBOX: &str = "acme-dev";

pub fn access() -> Access {
    Access {
        api_key: ApiKey::parse(API_KEY).unwrap().value,
        organization: OrganizationId::parse(ORGANIZATION).unwrap().value,
        sandbox: SandboxName::parse(SANDBOX).unwrap(),
    }
}
