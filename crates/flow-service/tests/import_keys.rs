//! The names under which values are known, and what is done with the values.

#![expect(clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

use flow_service::import::{Format, Target, Why};

mod given {
    pub mod found;
    pub mod import;
}

#[track_caller]
fn check(text: &str, expect: &[&str]) {
    given::found::check(text, Format::DotEnv, expect);
}

#[track_caller]
fn check_names(names: &[&str], target: &str) {
    for name in names {
        check(&format!("{name}=k"), &[&format!("{target} = k")]);
    }
}

#[test]
fn names_of_platform_access() {
    check_names(
        &["ACCESS_TOKEN", "TOKEN", "BEARER", "Authorization", "access-token", "AEP_TOKEN"],
        "AccessToken",
    );
    check_names(
        &["API_KEY", "apiKey", "CLIENT_ID", "X_API_KEY", "x-api-key", "IMS_OAUTH_S2S_CLIENT_ID"],
        "ApiKey",
    );
    check_names(
        &["IMS_ORG", "IMS_ORG_ID", "ORG_ID", "ORGANIZATION_ID", "organizationId", "ADOBE_ORG_ID"],
        "OrganizationId",
    );
    check_names(&["x-gw-ims-org-id"], "OrganizationId");
    check_names(&["SANDBOX_NAME", "SANDBOX", "sandbox", "x-sandbox-name"], "Sandbox");
    check_names(&["CLIENT_SECRET", "ADOBE_CLIENT_SECRET", "clientSecret"], "ClientSecret");
    check_names(&["SCOPES", "SCOPE", "IMS_OAUTH_S2S_SCOPES"], "Scopes");
}

#[test]
fn names_of_a_connection() {
    check_names(&["CONNECTION_NAME", "connectionName"], "Name");
    check_names(&["DESCRIPTION"], "Description");
    check_names(&["CONNECTION_SPEC_ID"], "SpecId");
    check_names(&["CONNECTION_SPEC_VERSION"], "SpecVersion");
    check_names(&["AUTH_SPEC"], "AuthSpec");
}

#[test]
fn names_of_salesforce() {
    check_names(&["USERNAME", "SF_USERNAME", "SALESFORCE_USERNAME", "sf-username"], "username");
    check_names(&["PASSWORD", "SF_PASSWORD", "SFDC_PASSWORD"], "password");
    check_names(&["SECURITY_TOKEN", "SF_SECURITY_TOKEN"], "securityToken");
    check_names(&["ENVIRONMENT_URL", "INSTANCE_URL", "SF_INSTANCE_URL"], "environmentUrl");
    check_names(&["API_VERSION", "SF_API_VERSION"], "apiVersion");
    check_names(&["SF_CLIENT_ID", "SALESFORCE_CLIENT_ID", "CONSUMER_KEY"], "clientId");
    check_names(
        &["SF_CLIENT_SECRET", "SALESFORCE_CLIENT_SECRET", "SOURCE_CLIENT_SECRET"],
        "clientSecret",
    );
}

#[test]
fn a_token_of_salesforce_is_not_that_of_adobe() {
    for name in ["SF_TOKEN", "SF_ACCESS_TOKEN", "SALESFORCE_ACCESS_TOKEN", "SF_API_KEY"] {
        check(&format!("{name}=k"), &[&format!("!{name} Unknown")]);
    }
}

#[test]
fn a_client_is_of_salesforce_where_all_else_is() {
    check(
        "CLIENT_ID=i\nCLIENT_SECRET=s\nINSTANCE_URL=u",
        &["clientId = i", "clientSecret = s", "environmentUrl = u"],
    );
    check(
        "CLIENT_ID=i\nCLIENT_SECRET=s\nINSTANCE_URL=u\nIMS_ORG=o",
        &["environmentUrl = u", "OrganizationId = o", "!CLIENT_ID OfWhom", "!CLIENT_SECRET OfWhom"],
    );
    check(
        "CLIENT_ID=i\nCLIENT_SECRET=s\nSCOPES=c\nINSTANCE_URL=u",
        &["ApiKey = i", "ClientSecret = s", "Scopes = c", "environmentUrl = u"],
    );
    for name in ["SANDBOX_NAME", "PLATFORM_GATEWAY"] {
        let text = format!("CLIENT_ID=i\nCLIENT_SECRET=s\n{name}=https://a.example\nUSERNAME=u");
        let import = given::import::import(&text).unwrap();
        let left_out: Vec<_> = import.ignored.iter().map(|it| (&*it.name, it.why)).collect();
        assert_eq!(
            left_out,
            [("CLIENT_ID", Why::OfWhom), ("CLIENT_SECRET", Why::OfWhom)],
            "{name}"
        );
    }
    check("CLIENT_ID=i\nSF_INSTANCE_URL=u", &["environmentUrl = u", "!CLIENT_ID OfWhom"]);
    check("CLIENT_ID=i\nSF_CLIENT_ID=j", &["ApiKey = i", "clientId = j"]);
}

/// The secret of a Salesforce app must not be offered to Adobe.
#[test]
fn the_settings_of_a_salesforce_app_are_its_own() {
    check(
        "CLIENT_ID=i\nCLIENT_SECRET=s\nUSERNAME=u\nPASSWORD=p\nSECURITY_TOKEN=t",
        &["clientId = i", "clientSecret = s", "username = u", "password = p", "securityToken = t"],
    );
    for name in ["LOGIN_URL", "PASSWORD", "SECURITY_TOKEN", "USERNAME"] {
        let import = given::import::import(&format!("CLIENT_SECRET=s\n{name}=x")).unwrap();
        let secret = import.taken.iter().find(|it| it.name == "CLIENT_SECRET").unwrap();
        assert_eq!(secret.target, Target::Param("clientSecret".to_owned()), "{name}");
    }
}

/// Those of Adobe's App Builder, as its starter kits for Commerce name them.
#[test]
fn the_settings_of_app_builder() {
    check(
        "OAUTH_CLIENT_ID=i\nOAUTH_CLIENT_SECRETS=[\"s\"]\nOAUTH_TECHNICAL_ACCOUNT_ID=t\n\
         OAUTH_SCOPES=AdobeID, openid\nOAUTH_IMS_ORG_ID=o",
        &[
            "ApiKey = i",
            "ClientSecret = s",
            "Scopes = AdobeID, openid",
            "OrganizationId = o",
            "!OAUTH_TECHNICAL_ACCOUNT_ID Unknown",
        ],
    );
    // Those of another service.
    check(
        "OAUTH_CLIENT_ID=i\nOAUTH_CLIENT_SECRET=s",
        &["!OAUTH_CLIENT_ID Unknown", "!OAUTH_CLIENT_SECRET Unknown"],
    );
}

/// As the command line of App Builder writes them, with the name of the credential within.
#[test]
fn the_credentials_of_a_workspace() {
    const NAME: &str = "AIO_ims_contexts_Credential__in__MyEventsApp__-__Stage_with__a__long__name";
    check(
        &format!(
            "{NAME}_client__id=i\n{NAME}_client__secrets=[\"s\"]\n{NAME}_scopes=[\"AdobeID\"]\n{NAME}_ims__org__id=o"
        ),
        &["ApiKey = i", "ClientSecret = s", "Scopes = AdobeID", "OrganizationId = o"],
    );
}

#[test]
fn several_settings_in_one_line() {
    check(
        "export API_KEY=a; export IMS_ORG=o && export SANDBOX='s'; export TOKEN=t",
        &["ApiKey = a", "OrganizationId = o", "Sandbox = s", "AccessToken = t"],
    );
    check("export SF_PASSWORD=a;b; export", &["password = a;b; export"]);
}

#[test]
fn settings_in_a_section_with_a_name() {
    check("[adobe]\nAPI_KEY=k\n", &["ApiKey = k"]);
}

#[test]
fn old_credentials_are_told_apart() {
    for name in ["PRIVATE_KEY", "META_SCOPE", "META_SCOPES", "JWT_TOKEN", "ADOBE_PRIVATE_KEY"] {
        check(&format!("{name}=k"), &[&format!("!{name} OnlyForOldTokens")]);
    }
}

#[test]
fn the_first_one_that_is_there_is_taken() {
    check(
        "API_KEY=a\nCLIENT_ID=b\nAPI_KEY=a",
        &["ApiKey = a", "!CLIENT_ID Duplicate", "!API_KEY Duplicate"],
    );
    check("API_KEY={API_KEY}\nCLIENT_ID=b", &["ApiKey = b", "!API_KEY Placeholder"]);
}

#[test]
fn a_token_is_without_the_word_before_it() {
    for value in ["Bearer t", "bearer  t", "BEARER\tt", " t "] {
        check(&format!("TOKEN='{value}'"), &["AccessToken = t"]);
    }
    check("TOKEN=Bearer", &["!TOKEN Empty"]);
    check("TOKEN='Bearer '", &["!TOKEN Empty"]);
    check("TOKEN=Bearerx", &["AccessToken = Bearerx"]);
    check("TOKEN=Basic dXNlcg==", &["!TOKEN NotABearerToken"]);
    check("TOKEN=Bearer $TOKEN", &["!TOKEN Placeholder"]);
}

#[test]
fn edges_of_credentials_are_kept_and_others_trimmed() {
    check(
        "SF_PASSWORD=' p '\nCLIENT_SECRET=' s '\nAPI_KEY=' k '",
        &["password =  p ", "ClientSecret =  s ", "ApiKey = k"],
    );
    check(
        "SF_PASSWORD=' '\nDESCRIPTION=' '\nAPI_KEY=' '\nCONNECTION_NAME=' n '",
        &["password =  ", "Name =  n ", "!DESCRIPTION Empty", "!API_KEY Empty"],
    );
}

#[test]
fn an_address_becomes_an_origin() {
    let ims = [
        ("ims-na1.adobelogin.com", "https://ims-na1.adobelogin.com"),
        ("HTTPS://ims-na1.adobelogin.com/ims/token/v2?a#b", "https://ims-na1.adobelogin.com"),
        ("ims.example:8443/", "https://ims.example:8443"),
    ];
    for (value, expect) in ims {
        check(&format!("IMS={value}"), &[&format!("ImsBase = {expect}")]);
    }
    let base = [
        ("https://platform.adobe.io/", "https://platform.adobe.io"),
        ("http://127.0.0.1:4010", "http://127.0.0.1:4010"),
        ("http://[::1]:4010/x", "http://[::1]:4010"),
        ("localhost:4010", "http://localhost:4010"),
        ("/", "/"),
    ];
    for (value, expect) in base {
        check(&format!("API_BASE={value}"), &[&format!("ApiBase = {expect}")]);
    }
}

#[test]
fn an_address_that_cannot_be_used_is_told() {
    for value in ["http://ims.example", "http://localhost:1", "localhost", "http://127.0.0.1"] {
        check(&format!("IMS={value}"), &["!IMS NotHttps"]);
    }
    check("API_BASE=http://platform.adobe.io", &["!API_BASE NotHttps"]);
    for value in [
        "https://user:pw@host",
        "https://",
        "ftp://host",
        "https:///path",
        "a b",
        "https://ho\\st",
        "https://é",
        "?x=https://host",
        ":443",
        "-",
    ] {
        check(&format!("API_BASE={value}"), &["!API_BASE NotAnAddress"]);
    }
    check("IMS=/", &["!IMS NotAnAddress"]);
}

#[test]
fn scopes_are_a_list_without_the_marks_of_one() {
    check("SCOPES=openid,AdobeID", &["Scopes = openid,AdobeID"]);
    check("SCOPES=[\"openid\", 'AdobeID']", &["Scopes = openid, AdobeID"]);
    check("SCOPES=[ ]", &["!SCOPES Empty"]);
}

#[test]
fn samples_and_masks_are_placeholders() {
    for value in [
        "{{API_KEY}}",
        "{API_KEY}",
        "{api key}",
        "$API_KEY",
        "${api_key}",
        "%API_KEY%",
        "<your key>",
        "your-api-key",
        "YOUR_API_KEY",
        "Your api key",
        "********",
        "•••",
        "a{{b}}c",
        "a${b}c",
    ] {
        check(&format!("API_KEY='{value}'"), &["!API_KEY Placeholder"]);
        check(&format!("SF_PASSWORD='{value}'"), &["!SF_PASSWORD Placeholder"]);
    }
}

#[test]
fn values_that_are_near_a_placeholder_are_values() {
    for value in
        ["$ecret", "a$B", "$", "{}", "{a", "a}", "<a", "<>", "<a><b>", "yours", "**", "{\"a\"}"]
    {
        check(&format!("SF_PASSWORD='{value}'"), &[&format!("password = {value}")]);
    }
    check("CONNECTION_NAME=Your connection", &["Name = Your connection"]);
    check("CONNECTION_NAME=<name>", &["!CONNECTION_NAME Placeholder"]);
}
