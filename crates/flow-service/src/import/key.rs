//! The names under which settings are known, and what each is for.
//!
//! Sources: the Postman environments of Adobe's public samples, the headers of Platform's
//! APIs, the settings that Adobe's Developer Console hands out, this app's own
//! configuration. Case, `-`, `_` and spaces make no difference.

use super::found::{Target, Why};

/// Whose `CLIENT_ID` and `CLIENT_SECRET` are, which Adobe and Salesforce both have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Whose {
    /// Those of the Adobe project.
    Adobe,
    /// Those of the Salesforce app.
    Salesforce,
    /// That cannot be told, and a secret of one must not be sent to the other.
    Either,
}

/// What the names of a text say together.
#[derive(Debug, Clone, Copy)]
pub(super) struct Names {
    whose: Whose,
    /// Whose names begin with `OAUTH_`, as in the settings of Adobe's App Builder. Others have
    /// such names too.
    of_app_builder: bool,
}

/// The longest name that is looked up.
const LONGEST: usize = 64;
/// The same for what begins with [`CONTEXTS`], which has names of projects in it.
pub(super) const LONGEST_OF_CONTEXTS: usize = 192;

/// What names begin with under which the command line of App Builder keeps credentials, each
/// with the name of its credential in the middle.
const CONTEXTS: &str = "AIO_ims_contexts_";
/// The same without what separates words.
const CONTEXTS_PLAIN: &str = "AIOIMSCONTEXTS";

const ADOBE: [&str; 4] = ["IMSOAUTHS2S", "ADOBE", "AEP", "IMS"];
/// `SOURCE` is what this app's own code puts before a name that Adobe has too.
const SALESFORCE: [&str; 4] = ["SALESFORCE", "SFDC", "SF", "SOURCE"];
const APP_BUILDER: &str = "OAUTH";

/// Whether a name has the length of one.
pub(super) fn has_length(name: &str) -> bool {
    let longest = if is_of_contexts(name) { LONGEST_OF_CONTEXTS } else { LONGEST };
    name.len() <= longest
}

fn is_of_contexts(name: &str) -> bool {
    name.get(..CONTEXTS.len()).is_some_and(|start| start.eq_ignore_ascii_case(CONTEXTS))
}

impl Names {
    /// Those of a request for a token to Adobe.
    pub const ADOBES: Self = Self { whose: Whose::Adobe, of_app_builder: false };

    /// Decides by all names of a text. What both have is Salesforce's where something of
    /// Salesforce stands beside it and nothing of Adobe's does.
    pub fn of<'a>(names: impl Iterator<Item = &'a str>) -> Self {
        let mut seen = Seen::default();
        for name in names.filter(|name| name.len() <= LONGEST) {
            seen.name(&plain(name));
        }
        Self { whose: seen.whose(), of_app_builder: seen.of_app_builder }
    }
}

/// What is among the names of a text.
#[derive(Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a name that is there or is not")]
struct Seen {
    adobes: bool,
    /// What Adobe's APIs are used with: beside it, a client need not be Salesforce's. Salesforce
    /// has sandboxes too, so it does not make it Adobe's.
    apis: bool,
    /// What tells that the client is the one that gets tokens of Adobe.
    scopes: bool,
    client: bool,
    salesforces: bool,
    /// Names with Salesforce's prefix: where they are used, a bare one may be another's.
    prefixed: bool,
    prefixed_client: bool,
    of_app_builder: bool,
}

impl Seen {
    fn name(&mut self, key: &str) {
        match key {
            "CLIENTID" | "CLIENTSECRET" => self.client = true,
            "OAUTHORGID" | "OAUTHIMSORGID" | "OAUTHTECHNICALACCOUNTID" => {
                self.of_app_builder = true;
            }
            // Behind it stands the address at which a client of Salesforce gets its tokens.
            "LOGINURL" => self.salesforces = true,
            "APIVERSION" => {}
            _ if salesforces(key).is_some() => self.salesforces = true,
            _ => {}
        }
        if let Some(rest) = without_any(key, &SALESFORCE) {
            self.prefixed_client |= apps(rest).is_some();
            self.prefixed |= salesforces(rest).is_some() || rest == "LOGINURL";
        } else if apps(key).is_none()
            && let Some(target) = adobes(key)
        {
            self.adobes |= is_of_access(&target);
            self.apis |= matches!(target, Target::Sandbox | Target::ApiBase);
            self.scopes |= target == Target::Scopes;
        }
    }

    fn whose(&self) -> Whose {
        match (self.adobes, self.salesforces) {
            // Salesforce's own stand beside them under names of their own.
            _ if self.prefixed_client => Whose::Adobe,
            (false, true) if !self.apis => Whose::Salesforce,
            (false, true) => Whose::Either,
            (true, true) if self.client && !self.scopes => Whose::Either,
            (false, false) if self.prefixed => Whose::Either,
            _ => Whose::Adobe,
        }
    }
}

fn is_of_access(target: &Target) -> bool {
    use Target::{AccessToken, ApiKey, ClientSecret, ImsBase, OrganizationId, Scopes};
    matches!(target, AccessToken | ApiKey | ClientSecret | ImsBase | OrganizationId | Scopes)
}

/// What a setting of that name is for.
pub(super) fn of_setting(name: &str, names: Names) -> Result<Target, Why> {
    if !has_length(name) {
        return Err(Why::Unknown);
    }
    let key = plain(name);
    if is_of_contexts(name) {
        return of_context(&key);
    }
    let bare = without_any(&key, &ADOBE).unwrap_or(&key);
    if matches!(bare, "PRIVATEKEY" | "METASCOPE" | "METASCOPES" | "JWTTOKEN" | "JWT") {
        return Err(Why::OnlyForOldTokens);
    }
    let of_salesforce = match without_any(&key, &SALESFORCE) {
        Some(rest) => salesforces(rest).or_else(|| apps(rest)),
        None if apps(&key).is_some() => match names.whose {
            Whose::Adobe => None,
            Whose::Salesforce => apps(&key),
            Whose::Either => return Err(Why::OfWhom),
        },
        None => salesforces(&key),
    };
    if let Some(param) = of_salesforce {
        return Ok(Target::Param(param.to_owned()));
    }
    let of_app_builder = key.strip_prefix(APP_BUILDER).filter(|_| names.of_app_builder);
    adobes(of_app_builder.unwrap_or(&key)).ok_or(Why::Unknown)
}

/// What a setting of a credential is for, which is named at the end.
fn of_context(key: &str) -> Result<Target, Why> {
    const ENDS: [(&str, Target); 5] = [
        ("CLIENTID", Target::ApiKey),
        ("CLIENTSECRET", Target::ClientSecret),
        ("CLIENTSECRETS", Target::ClientSecret),
        ("IMSORGID", Target::OrganizationId),
        ("SCOPES", Target::Scopes),
    ];
    let name = key.strip_prefix(CONTEXTS_PLAIN).unwrap_or_default();
    if ["METASCOPES", "PRIVATEKEY"].iter().any(|end| name.ends_with(end)) {
        return Err(Why::OnlyForOldTokens);
    }
    let end = ENDS.into_iter().find(|(end, _)| name.ends_with(end));
    end.map(|(_, target)| target).ok_or(Why::Unknown)
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
