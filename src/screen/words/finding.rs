//! What is wrong with an input, and what is unusual about it.

use flow_service::value::{ConnectionSpecId, Problem, Remark};

use super::time::utc;
use crate::screen::settings::SettingsProblem;

/// What is wrong, and how it is mended.
#[must_use]
pub fn problem(label: &str, problem: Problem) -> String {
    let text = match problem {
        Problem::Missing => return [label, " is needed."].concat(),
        Problem::NotVisibleAscii => {
            "This cannot be sent: it has a space or a character that is no letter, digit or sign of ASCII. Copy it again."
        }
        Problem::NotAnOrganization => {
            "An organization ID ends in @AdobeOrg, such as 0123456789ABCDEF01234567@AdobeOrg."
        }
        Problem::NotASandboxName => {
            "A sandbox name has only lower-case letters, digits and hyphens. Take the name, not the title."
        }
        Problem::MisprintedSpecId => {
            return [
                "This ID is misprinted in older tutorials: its first character, c, was lost, and the service does not know it. The right one is ",
                ConnectionSpecId::SERVICE_CLOUD,
                ".",
            ]
            .concat();
        }
        Problem::NotAUuid => {
            "A connection spec ID is a UUID: 8-4-4-4-12 hexadecimal digits. The service will probably refuse this one."
        }
        Problem::NotHttps => "The address has to begin with https://.",
        Problem::HasUserInfo => {
            "Leave out the user name and password before the @: they have fields of their own."
        }
        Problem::NotAHost => {
            "This is no address of an instance. It looks like https://acme.my.salesforce.com."
        }
        Problem::NotAnApiVersion => "An API version has a decimal, such as 60.0.",
        // In full in `mismatch.rs`.
        Problem::NotOffered | Problem::Mismatch(_) => "The source does not offer this.",
    };
    text.to_owned()
}

/// What is unusual.
#[must_use]
pub fn remark(remark: Remark) -> String {
    match remark {
        Remark::WhiteSpaceRemoved => "White space around it is left out.",
        Remark::BearerRemoved => "The word Bearer is left out; the request adds it.",
        Remark::NotAJwt => "This does not look like a token of Adobe (a JWT). It can be sent all the same.",
        Remark::Expired(at) => {
            return ["By its own claims this token ended ", &utc(at), ". Get a new one in Developer Console."].concat();
        }
        Remark::UnusualApiKey => "API keys usually are 32 hexadecimal digits. It can be sent all the same.",
        Remark::UnusualOrganization => {
            "Organization IDs usually have 24 hexadecimal digits before @AdobeOrg. It can be sent all the same."
        }
        Remark::UnusualSpecId => "This is no UUID and will be sent because you said so.",
        Remark::HttpsAdded => "https:// is added when it is sent.",
        Remark::NotSalesforce => "This host is none of Salesforce's. Check it: your credentials will be used there.",
        Remark::SecretEdgeSpace => "It begins or ends with a space, which is sent as it is.",
    }
    .to_owned()
}

/// What is wrong with the configuration of the deployment.
#[must_use]
pub fn settings_problem(problem: SettingsProblem) -> String {
    match problem {
        SettingsProblem::Unreadable => {
            "config.json of this deployment could not be read, so the defaults are used: requests go to platform.adobe.io. Tell whoever runs this page.".to_owned()
        }
        SettingsProblem::ApiBase => not_a_base("apiBase"),
        SettingsProblem::ImsBase => not_a_base("imsBase"),
        SettingsProblem::NotAText(key) => {
            [key, " in config.json of this deployment is not a text and is left out. Tell whoever runs this page."].concat()
        }
    }
}

fn not_a_base(key: &str) -> String {
    [key, " in the configuration of this deployment is neither / nor an https address, so the address of Adobe is used. Tell whoever runs this page."].concat()
}
