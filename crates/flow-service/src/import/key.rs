//! The names under which settings are known, and what each is for.
//!
//! Sources: the Postman environments of Adobe's public samples, the headers of Platform's
//! APIs, the settings that Adobe's Developer Console hands out, this app's own
//! configuration. Case, `-`, `_` and spaces make no difference.

use super::found::{Target, Why};

/// Whose `CLIENT_ID` and `CLIENT_SECRET` are, which Adobe and Salesforce both have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Whose {
    /// Those of the Adobe project.
    Adobe,
    /// Those of the Salesforce app.
    Salesforce,
}

/// The longest name that is looked up.
const LONGEST: usize = 64;

const ADOBE: [&str; 4] = ["IMSOAUTHS2S", "ADOBE", "AEP", "IMS"];
/// `SOURCE` is what this app's own code puts before a name that Adobe has too.
const SALESFORCE: [&str; 4] = ["SALESFORCE", "SFDC", "SF", "SOURCE"];

impl Whose {
    /// Decides by all names of a text: they are Salesforce's where an address of Salesforce
    /// stands beside them and nothing of Adobe's does. A secret of one must not be sent to
    /// the other.
    pub fn of<'a>(names: impl Iterator<Item = &'a str>) -> Self {
        let mut whose = Self::Adobe;
        for name in names.filter(|name| name.len() <= LONGEST) {
            let key = plain(name);
            if matches!(key.as_str(), "ENVIRONMENTURL" | "INSTANCEURL") {
                whose = Self::Salesforce;
            }
            let shared = matches!(key.as_str(), "CLIENTID" | "CLIENTSECRET");
            if !shared && adobes(&key).is_some_and(|target| is_of_access(&target)) {
                return Self::Adobe;
            }
        }
        whose
    }
}

fn is_of_access(target: &Target) -> bool {
    use Target::{AccessToken, ApiKey, ClientSecret, ImsBase, OrganizationId, Scopes};
    matches!(target, AccessToken | ApiKey | ClientSecret | ImsBase | OrganizationId | Scopes)
}

/// What a setting of that name is for.
pub(super) fn of_setting(name: &str, whose: Whose) -> Result<Target, Why> {
    if name.len() > LONGEST {
        return Err(Why::Unknown);
    }
    let key = plain(name);
    let bare = without_any(&key, &ADOBE).unwrap_or(&key);
    if matches!(bare, "PRIVATEKEY" | "METASCOPE" | "METASCOPES" | "JWTTOKEN" | "JWT") {
        return Err(Why::OnlyForOldTokens);
    }
    let of_salesforce = match without_any(&key, &SALESFORCE) {
        Some(rest) => salesforces(rest).or_else(|| apps(rest)),
        None if whose == Whose::Salesforce => salesforces(&key).or_else(|| apps(&key)),
        None => salesforces(&key),
    };
    match of_salesforce {
        Some(param) => Ok(Target::Param(param.to_owned())),
        None => adobes(&key).ok_or(Why::Unknown),
    }
}

/// What a header of a request is for.
pub(super) fn of_header(name: &str) -> Option<Target> {
    let is = |known: &str| name.eq_ignore_ascii_case(known);
    if is(crate::request::AUTHORIZATION) {
        Some(Target::AccessToken)
    } else if is("x-api-key") {
        Some(Target::ApiKey)
    } else if is("x-gw-ims-org-id") {
        Some(Target::OrganizationId)
    } else if is("x-sandbox-name") {
        Some(Target::Sandbox)
    } else {
        None
    }
}

/// Capitals and digits, and whatever else a name may have but what separates words.
fn plain(name: &str) -> String {
    let kept = name.trim().chars().filter(|it| !matches!(it, '-' | '_' | ' '));
    kept.map(|it| it.to_ascii_uppercase()).collect()
}

fn without_any<'a>(key: &'a str, prefixes: &[&str]) -> Option<&'a str> {
    prefixes.iter().find_map(|prefix| key.strip_prefix(prefix)).filter(|rest| !rest.is_empty())
}

fn adobes(key: &str) -> Option<Target> {
    let known = |key: &str| {
        Some(match key {
            "ACCESSTOKEN" | "TOKEN" | "BEARER" | "BEARERTOKEN" | "AUTHORIZATION" => {
                Target::AccessToken
            }
            "APIKEY" | "XAPIKEY" | "CLIENTID" => Target::ApiKey,
            "CLIENTSECRET" | "CLIENTSECRETS" => Target::ClientSecret,
            "SCOPE" | "SCOPES" => Target::Scopes,
            "IMS" | "IMSHOST" | "IMSBASE" | "IMSURL" => Target::ImsBase,
            "IMSORG" | "IMSORGID" | "ORG" | "ORGID" | "ORGANIZATIONID" | "XGWIMSORGID" => {
                Target::OrganizationId
            }
            "SANDBOX" | "SANDBOXNAME" | "XSANDBOXNAME" => Target::Sandbox,
            "PLATFORMGATEWAY" | "APIBASE" => Target::ApiBase,
            "CONNECTIONNAME" => Target::Name,
            "DESCRIPTION" | "CONNECTIONDESCRIPTION" => Target::Description,
            "CONNECTIONSPECID" => Target::SpecId,
            "CONNECTIONSPECVERSION" => Target::SpecVersion,
            "AUTHSPEC" | "AUTHSPECNAME" => Target::AuthSpec,
            _ => return None,
        })
    };
    known(key).or_else(|| known(without_any(key, &ADOBE)?))
}

/// The key in `auth.params` of what only Salesforce has.
fn salesforces(key: &str) -> Option<&'static str> {
    Some(match key {
        "USERNAME" => "username",
        "PASSWORD" => "password",
        "SECURITYTOKEN" => "securityToken",
        "ENVIRONMENTURL" | "INSTANCEURL" => "environmentUrl",
        "APIVERSION" => "apiVersion",
        "CONSUMERKEY" => "clientId",
        "CONSUMERSECRET" => "clientSecret",
        _ => return None,
    })
}

/// The key in `auth.params` of what an app has with Adobe and with Salesforce.
fn apps(key: &str) -> Option<&'static str> {
    match key {
        "CLIENTID" => Some("clientId"),
        "CLIENTSECRET" => Some("clientSecret"),
        _ => None,
    }
}
