//! The control *Source* and forms that are drawn of other specs.

use flow_connect::screen::profiles::{self, Profile};
use flow_connect::screen::sources::{Known, LeftOut, Msg as SourcesMsg};
use flow_connect::screen::{Model, Msg, TokenReport};
use flow_service::request::Access;
use flow_service::spec::SourceEntry;
use flow_service_sim::KnownSpecs;

use crate::drawn::drawn;
use crate::given::{self, param};
use crate::html::Html;

fn tell(model: Model, msg: SourcesMsg) -> Model {
    given::told(model, Msg::Sources(msg))
}

fn access(model: &Model) -> Access {
    use flow_connect::screen::sources::List;
    match &model.sources.list {
        List::Asked(access) => access.clone(),
        other => panic!("{other:?}"),
    }
}

fn asked() -> Model {
    let model = tell(given::filled(), SourcesMsg::Opened);
    tell(model, SourcesMsg::Wanted(TokenReport::Available))
}

/// All that the service lists can be offered.
fn all(known: Vec<Known>) -> (Vec<Known>, LeftOut) {
    (known, LeftOut::default())
}

fn live(basic: bool) -> Vec<Known> {
    let known = KnownSpecs::new(basic);
    let one = |it: &flow_service_sim::KnownSpec| Known {
        entry: SourceEntry::from_json(&it.item).unwrap(),
        spec: it.spec.clone(),
    };
    known.all().iter().map(one).collect()
}

fn listed(basic: bool) -> Model {
    let model = asked();
    let access = access(&model);
    tell(model, SourcesMsg::Listed(access, Ok(all(live(basic)))))
}

fn with_source(title: &str) -> Model {
    let model = tell(listed(true), SourcesMsg::Searched(title.to_owned()));
    let model = tell(model, SourcesMsg::ActiveChosen);
    assert_eq!(model.sources.title.as_deref(), Some(title));
    model
}

/// Without the list, what is typed would be lost.
#[test]
fn the_control_takes_no_text_before_its_list_is_there() {
    let is_read_only = |page: &Html| {
        let source = page.one("combobox", "Source");
        source.attribute("readonly").is_some()
    };
    assert!(is_read_only(&drawn(&given::opened())));
    assert!(!is_read_only(&drawn(&listed(true))));
}

/// What describes the control.
fn said(page: &Html) -> String {
    let source = page.one("combobox", "Source");
    source.attribute("aria-describedby").map(|ids| page.texts_of(ids)).unwrap_or_default()
}

#[test]
fn it_is_a_closed_combobox_before_and_after_the_half_comes() {
    for model in [given::opened(), given::empty()] {
        let page = drawn(&model);
        let source = page.one("combobox", "Source");
        assert_eq!(source.attribute("value"), Some("Salesforce Service Cloud"));
        assert_eq!(source.attribute("aria-expanded"), Some("false"));
        assert_eq!(source.attribute("aria-autocomplete"), Some("list"));
        assert_eq!(source.attribute("aria-activedescendant"), None);
        assert!(page.names("listbox").is_empty());
        assert_eq!(said(&page), "");
    }
}

#[test]
fn without_access_it_says_what_is_missing() {
    let model = tell(given::empty(), SourcesMsg::Pressed);
    let model = tell(
        model,
        SourcesMsg::Wanted(TokenReport::Typed(Err(flow_service::value::Problem::Missing))),
    );
    let page = drawn(&model);
    let expect = "Other sources are listed once Platform access is complete. Still needed: \
        Access token, API key, Organization ID.";
    assert_eq!(said(&page), expect);
    let list = page.inside("listbox", "Sources");
    assert_eq!(list.names("option"), ["Salesforce Service Cloud"]);
}

#[test]
fn it_says_how_the_list_stands() {
    assert_eq!(said(&drawn(&asked())), "Loading the sources of this organization…");
    let model = listed(true);
    assert_eq!(said(&drawn(&model)), "8 sources to choose from. Type to search.");
    let model = tell(model, SourcesMsg::Searched("storage".to_owned()));
    assert_eq!(said(&drawn(&model)), "3 sources found.");
    let model = tell(model, SourcesMsg::Searched("nothing".to_owned()));
    let page = drawn(&model);
    assert_eq!(said(&page), "No source has this in its name or category.");
    assert_eq!(page.names("status").len(), 1);
    let status = page.seen().find(|element| element.role() == "status").unwrap();
    assert_eq!(status.text, "No source has this in its name or category.");
}

#[test]
fn a_refusal_is_an_alert_with_a_way_to_try_again() {
    let model = asked();
    let access = access(&model);
    let error = given::by_gateway(403, "403025");
    let page = drawn(&tell(model, SourcesMsg::Listed(access, Err(error))));
    assert!(said(&page).starts_with("The sources could not be listed"), "{}", said(&page));
    page.one("button", "Try again");
    let alerts = page.seen().filter(|element| element.role() == "alert").count();
    assert_eq!(alerts, 1);
}

#[test]
fn options_stand_in_groups_and_the_active_one_is_named() {
    use flow_connect::screen::sources::Step;
    let model = tell(listed(true), SourcesMsg::Moved(Step::Next));
    let model = tell(model, SourcesMsg::Moved(Step::Next));
    let page = drawn(&model);
    let source = page.one("combobox", "Source");
    assert_eq!(source.attribute("aria-expanded"), Some("true"));
    assert_eq!(source.attribute("aria-controls"), Some("sources"));
    let active = source.attribute("aria-activedescendant").unwrap();
    assert_eq!(page.by_id(active).unwrap().text, "Amazon S3");
    let list = page.inside("listbox", "Sources");
    let expect = [
        "Salesforce Service Cloud",
        "Cloud Storage",
        "CRM",
        "Customer Success",
        "Databases",
        "Protocols",
    ];
    assert_eq!(list.names("group"), expect);
    let chosen: Vec<_> = list
        .seen()
        .filter(|element| element.attribute("aria-selected") == Some("true"))
        .map(|element| element.text.clone())
        .collect();
    assert_eq!(chosen, ["Salesforce Service Cloud"]);
}

#[test]
fn the_form_has_the_controls_of_its_spec() {
    let page = drawn(&with_source("Amazon S3"));
    let credentials = page.inside("group", "Credentials");
    assert_eq!(credentials.names("radio"), ["Access Key"]);
    assert_eq!(credentials.names("textbox"), ["Access key ID"]);
    assert_eq!(credentials.names("password"), ["S3 secret key", "S3 session token"]);
    assert_eq!(credentials.names("combobox"), ["Region"]);
    for (role, name, value) in
        [("combobox", "Region", None), ("checkbox", "Use HTTPS", Some("true"))]
    {
        let control = credentials.one(role, name);
        assert!(control.has("data-plain"), "{name} is not shown when the app has stopped");
        assert_eq!(control.attribute("value"), value, "{name}");
    }
    assert_eq!(credentials.names("checkbox"), ["Use HTTPS"]);
    let id = credentials.one("textbox", "Access key ID");
    let help = page.texts_of(id.attribute("aria-describedby").unwrap());
    assert_eq!(help, "The ID of the access key. At most 128 characters.");
    let options: Vec<_> = credentials.seen().filter(|it| it.tag == "option").collect();
    let texts: Vec<_> = options.iter().map(|option| option.text.as_str()).collect();
    assert_eq!(texts, ["", "us-east-1", "us-west-2", "eu-central-1", "ap-southeast-2"]);
    let chosen: Vec<_> = options.iter().filter(|option| option.has("selected")).collect();
    assert!(matches!(chosen[..], [only] if only.text == "us-east-1"), "the default is chosen");
}

#[test]
fn what_is_nested_stands_in_a_group_of_its_name() {
    let model = with_source("Snowflake");
    let model = given::told(model, Msg::AuthChosen("KeyPair Authentication".to_owned()));
    let page = drawn(&model);
    let session = page.inside("group", "Session");
    assert_eq!(session.names("textbox"), ["Role"]);
    assert_eq!(session.names("checkbox"), ["Keep alive"]);
    let timeouts = page.inside("group", "Session: Timeouts");
    assert_eq!(timeouts.names("textbox"), ["Sign-in", "Factor"]);
    assert_eq!(timeouts.one("textbox", "Sign-in").attribute("value"), Some("60"));
    assert!(page.with("textbox", "Client name").is_empty(), "it is hidden");
}

#[test]
fn only_what_is_chosen_is_seen_of_alternatives() {
    let model = with_source("Azure Event Hubs");
    let page = drawn(&model);
    page.one("password", "SAS key");
    assert!(page.with("group", "Application").is_empty());
    let page = drawn(&given::typed(model, param("authType"), "entra"));
    assert!(page.with("password", "SAS key").is_empty());
    let application = page.inside("group", "Application");
    assert_eq!(application.names("password"), ["Client secret"]);
}

#[test]
fn json_is_edited_and_a_part_with_secrets_stays_out_of_the_page() {
    let model = with_source("Generic REST API");
    let model = given::told(model, Msg::AuthChosen("oAuth2RefreshCode".to_owned()));
    let model = given::typed(model, param("requestParameterOverride"), "{\"a\":\n 1 2}");
    let field = param("requestParameterOverride");
    let page = drawn(&tell(model, SourcesMsg::JsonChecked(field)));
    page.one("button", "Check JSON");
    let editor = page.one("textbox", "Parameters of requests");
    assert_eq!(editor.attribute("aria-invalid"), Some("true"));
    // Without a browser no text is JSON; this one is none anyway.
    let said = page.texts_of(editor.attribute("aria-describedby").unwrap());
    assert!(said.contains("line 2, column 4"), "{said}");
    let secret = page.one("textbox", "Headers of requests");
    assert_eq!((secret.tag.as_str(), secret.has("data-plain")), ("textarea", false));
    page.one("button", "Show Headers of requests");
}

#[test]
fn the_inputs_of_sources_that_were_left_are_hidden_and_there() {
    let model = with_source("Snowflake");
    let model = tell(
        model,
        SourcesMsg::Chosen(flow_service::value::ConnectionSpecId::SERVICE_CLOUD.to_owned()),
    );
    let page = drawn(&model);
    let held = page.by_id("param-connectionString").unwrap();
    assert!(!held.is_seen);
    assert!(page.with("password", "Connection string").is_empty());
}

#[test]
fn the_loss_of_an_auth_spec_is_said() {
    let page = drawn(&listed(false));
    let credentials = page.inside("group", "Credentials");
    let mut texts = credentials.seen().map(|element| element.text.as_str());
    let expect = "Adobe's service does not offer Basic Authentication for this source any more. \
        OAuth2 Client Credential was chosen instead. It has no place for: Username.";
    assert!(texts.any(|text| text == expect));
    assert_eq!(credentials.names("radio"), ["OAuth2 Client Credential"]);
    page.one("button", "Understood");
    let model = tell(listed(false), SourcesMsg::LossRead);
    assert!(drawn(&model).with("button", "Understood").is_empty());
}

/// All that is seen of it.
fn text(page: &Html) -> String {
    page.seen().map(|element| element.text.as_str()).collect::<Vec<_>>().join("\n")
}

/// A profile of another source is used before any access is given.
fn wanting(id: &str) -> Model {
    let profile = Profile {
        name: "P".to_owned(),
        spec_id: id.to_owned(),
        auth_name: "None such".to_owned(),
        ..Profile::default()
    };
    let used = profiles::Msg::Use(profile, given::PRESSED_AT);
    given::told(given::filled(), Msg::Profiles(used))
}

const SERVICE_NOW: &str = "eb13cb25-47ab-407f-ba89-c0125281c563";

#[test]
fn a_source_that_is_wanted_is_shown_with_what_it_waits_for() {
    let page = drawn(&wanting(SERVICE_NOW));
    assert_eq!(page.one("combobox", "Source").attribute("value"), Some("ServiceNow"));
    let expect = "ServiceNow is wanted. Its form is drawn once Platform access is complete and \
        the sources are listed. Until then this form is that of Salesforce Service Cloud, and \
        Create connection sends nothing.";
    assert_eq!(said(&page), expect);
    page.one("button", "Keep Salesforce Service Cloud");
    let text = page.inside("group", "Credentials");
    let notice = "These are the credentials of Salesforce Service Cloud. Do not type those of \
        ServiceNow here.";
    assert!(text.seen().any(|element| element.text == notice));
    let kept = tell(wanting(SERVICE_NOW), SourcesMsg::WishGivenUp);
    let page = drawn(&kept);
    assert_eq!(page.one("combobox", "Source").attribute("value"), Some("Salesforce Service Cloud"));
    assert_eq!(said(&page), "");
    page.none("button", "Keep Salesforce Service Cloud");
}

#[test]
fn a_source_that_is_wanted_and_not_listed_is_said() {
    let model = wanting("11111111-1111-4111-8111-111111111111");
    let model = tell(model, SourcesMsg::Wanted(TokenReport::Available));
    let access = access(&model);
    let page = drawn(&tell(model, SourcesMsg::Listed(access, Ok(all(live(true))))));
    let said = said(&page);
    assert!(said.starts_with("11111111-1111-4111-8111-111111111111 is wanted, but"), "{said}");
    page.one("button", "Keep Salesforce Service Cloud");
    assert!(text(&page).contains("Its source is not among those"));
}

/// What is said of a profile that waited is true afterwards.
#[test]
fn the_notice_about_an_awaited_source_follows_what_comes() {
    let before = wanting(SERVICE_NOW);
    assert!(text(&drawn(&before)).contains("Its source is not known yet"));
    let model = tell(before.clone(), SourcesMsg::Wanted(TokenReport::Available));
    let access = access(&model);
    let seen = text(&drawn(&tell(model, SourcesMsg::Listed(access, Ok(all(live(true)))))));
    assert!(!seen.contains("Its source is not known yet"), "{seen}");
    assert!(seen.contains("Its source was chosen when the sources were listed."), "{seen}");
    assert!(seen.contains("no authentication of the name None such"), "{seen}");
    let kept = text(&drawn(&tell(before, SourcesMsg::WishGivenUp)));
    assert!(!kept.contains("Its source"), "{kept}");
}

#[test]
fn profiles_name_their_source() {
    let page = drawn(&wanting(SERVICE_NOW));
    let mut items = page.seen().filter(|element| element.tag == "li");
    let is_it = |text: &str| text.starts_with("Source") && text.ends_with("ServiceNow");
    assert!(items.any(|item| is_it(&item.text) && item.text.contains("Service Cloud")));
}

/// When the app has stopped, what was chosen is shown beside what was typed.
#[test]
fn of_the_auth_specs_the_chosen_one_is_marked_as_what_may_be_shown() {
    let page = drawn(&given::empty());
    let marked = |name| page.one("radio", name).has("data-plain");
    assert!(marked("Basic Authentication"));
    assert!(!marked("OAuth2 Client Credential"));
}
