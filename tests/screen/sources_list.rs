//! The control *Source*: when the list is asked for, what it shows, and how it is gone through.

use flow_connect::screen::sources::{
    Deed, Group, LeftOut, List, Msg as SourcesMsg, Step, groups, of_key,
};
use flow_connect::screen::words::sources_known;
use flow_connect::screen::{Effect, Field, Msg, Token, TokenSource};
use flow_service::value::ConnectionSpecId;

use crate::given;
use crate::page::{Page, sent};
use crate::sources::{S3, SNOWFLAKE, all, asked, listed, live, tell};

fn titles(page: &Page) -> Vec<String> {
    let sources = groups(&page.model).into_iter().flat_map(|group| group.sources);
    sources.map(|(_, title)| title).collect()
}

#[test]
fn without_access_there_is_service_cloud_and_what_is_missing() {
    let mut page = Page::new();
    assert_eq!(titles(&page), ["Salesforce Service Cloud"]);
    tell(&mut page, SourcesMsg::Pressed);
    assert!(page.model.sources.open);
    assert_eq!(tell(&mut page, SourcesMsg::Wanted(given::no_token())), []);
    let missing = vec![Field::AccessToken, Field::ApiKey, Field::OrganizationId];
    assert_eq!(page.model.sources.list, List::Missing(missing));
    assert_eq!(titles(&page), ["Salesforce Service Cloud"]);
}

/// Who goes through the form by keyboard comes past the control.
#[test]
fn who_only_comes_past_is_not_told_what_is_missing() {
    let mut page = Page::new();
    assert_eq!(tell(&mut page, SourcesMsg::Entered), [Effect::Sources(Deed::Offer)]);
    tell(&mut page, SourcesMsg::Wanted(given::no_token()));
    assert_eq!(page.model.sources.list, List::Unknown);
}

#[test]
fn entering_alone_makes_no_host_page_ask_for_a_token() {
    let mut page = Page::filled();
    page.tell(Msg::TokenIs(Token::Provided));
    assert_eq!(tell(&mut page, SourcesMsg::Entered), []);
    assert_eq!(tell(&mut page, SourcesMsg::Opened), [Effect::Sources(Deed::Offer)]);
    let mut page = Page::filled();
    page.tell(Msg::TokenIs(Token::Held { source: TokenSource::HostPage, expires_at: None }));
    assert_eq!(tell(&mut page, SourcesMsg::Entered), [Effect::Sources(Deed::Offer)]);
}

#[test]
fn the_list_is_asked_for_once_for_each_access() {
    let mut page = listed(true);
    assert_eq!(tell(&mut page, SourcesMsg::Wanted(given::token())), []);
    page.type_in(Field::Sandbox, "stage");
    let access = asked(&tell(&mut page, SourcesMsg::Wanted(given::token())));
    assert_eq!(access.sandbox.as_str(), "stage");
    assert_eq!(tell(&mut page, SourcesMsg::Wanted(given::token())), [], "it is on its way");
    let late = SourcesMsg::Listed(given::other_access(), Ok(all(live(true))));
    tell(&mut page, late);
    assert_eq!(page.model.sources.list, List::Asked(access), "a late answer changes nothing");
}

#[test]
fn an_element_that_left_its_page_asks_again() {
    let mut page = Page::filled();
    tell(&mut page, SourcesMsg::Opened);
    asked(&tell(&mut page, SourcesMsg::Wanted(given::token())));
    page.tell(Msg::Removed);
    assert!(!page.model.sources.open);
    assert_eq!(page.model.sources.list, List::Unknown);
}

#[test]
fn nothing_is_asked_while_a_creation_is_on_its_way() {
    let mut page = Page::sending();
    assert_eq!(tell(&mut page, SourcesMsg::Entered), []);
    assert_eq!(tell(&mut page, SourcesMsg::Opened), []);
    assert!(!page.model.sources.open);
}

#[test]
fn a_refusal_is_kept_until_the_list_is_asked_for_again() {
    let mut page = Page::filled();
    tell(&mut page, SourcesMsg::Opened);
    let access = asked(&tell(&mut page, SourcesMsg::Wanted(given::token())));
    let error = given::by_gateway(403, "403025");
    tell(&mut page, SourcesMsg::Listed(access.clone(), Err(error.clone())));
    assert_eq!(page.model.sources.list, List::Refused(access, error));
    assert_eq!(tell(&mut page, SourcesMsg::Wanted(given::token())), []);
    tell(&mut page, SourcesMsg::Closed);
    let effects = tell(&mut page, SourcesMsg::AgainPressed);
    let again = [Effect::Focus("source".to_owned()), Effect::Sources(Deed::Offer)];
    assert_eq!(effects, again);
    asked(&tell(&mut page, SourcesMsg::Wanted(given::token())));
}

#[test]
fn service_cloud_is_first_and_the_others_stand_in_groups() {
    let page = listed(true);
    let groups = groups(&page.model);
    let shape: Vec<_> = groups
        .iter()
        .map(|Group { category, sources }| {
            let titles: Vec<_> = sources.iter().map(|(_, title)| title.as_str()).collect();
            (category.as_deref(), titles)
        })
        .collect();
    let expect = [
        (None, vec!["Salesforce Service Cloud"]),
        (Some("Cloud Storage"), vec!["Amazon S3", "Azure Event Hubs", "SFTP"]),
        (Some("CRM"), vec!["Salesforce"]),
        (Some("Customer Success"), vec!["ServiceNow"]),
        (Some("Databases"), vec!["Snowflake"]),
        (Some("Protocols"), vec!["Generic REST API"]),
    ];
    assert_eq!(shape, expect);
}

#[test]
fn a_search_finds_words_of_name_and_category() {
    let mut page = listed(true);
    for (search, expect) in [
        ("snow", &["Snowflake"][..]),
        ("STORAGE s3", &["Amazon S3"]),
        ("service", &["Salesforce Service Cloud", "ServiceNow"]),
        ("generic-rest", &["Generic REST API"]),
        ("nothing of that", &[]),
        (
            "  ",
            &[
                "Salesforce Service Cloud",
                "Amazon S3",
                "Azure Event Hubs",
                "SFTP",
                "Salesforce",
                "ServiceNow",
                "Snowflake",
                "Generic REST API",
            ],
        ),
    ] {
        tell(&mut page, SourcesMsg::Searched(search.to_owned()));
        assert_eq!(titles(&page), expect, "{search}");
    }
}

#[test]
fn enter_takes_what_is_found_first() {
    let mut page = listed(true);
    tell(&mut page, SourcesMsg::Searched("snowf".to_owned()));
    assert_eq!(page.model.sources.active.as_deref(), Some(SNOWFLAKE));
    tell(&mut page, SourcesMsg::ActiveChosen);
    assert_eq!(page.model.spec.id, SNOWFLAKE);
    assert_eq!(page.model.sources.search, None);
    tell(&mut page, SourcesMsg::Searched("xyz".to_owned()));
    tell(&mut page, SourcesMsg::ActiveChosen);
    assert_eq!(page.model.spec.id, SNOWFLAKE, "nothing was found, so nothing is chosen");
    assert!(!page.model.sources.open);
}

#[test]
fn arrows_go_round_and_the_option_is_brought_into_view() {
    let mut page = listed(true);
    let at = |page: &mut Page, step| {
        let effects = tell(page, SourcesMsg::Moved(step));
        let active = page.model.sources.active.clone().unwrap();
        let option = format!("source-{active}");
        assert_eq!(effects, [Effect::Sources(Deed::Reveal(option))]);
        titles(page)
            .iter()
            .zip(groups(&page.model).iter().flat_map(|group| &group.sources))
            .find(|(_, (id, _))| *id == active)
            .map(|(title, _)| title.clone())
            .unwrap()
    };
    assert_eq!(at(&mut page, Step::Next), "Salesforce Service Cloud");
    assert_eq!(at(&mut page, Step::Next), "Amazon S3");
    assert_eq!(at(&mut page, Step::Previous), "Salesforce Service Cloud");
    assert_eq!(at(&mut page, Step::Previous), "Generic REST API");
    assert_eq!(at(&mut page, Step::Next), "Salesforce Service Cloud");
    assert_eq!(at(&mut page, Step::Last), "Generic REST API");
    assert_eq!(at(&mut page, Step::First), "Salesforce Service Cloud");
}

#[test]
fn an_arrow_opens_a_closed_list() {
    let mut page = listed(true);
    tell(&mut page, SourcesMsg::Closed);
    let effects = tell(&mut page, SourcesMsg::Moved(Step::Next));
    assert!(page.model.sources.open);
    assert_eq!(effects.first(), Some(&Effect::Sources(Deed::Offer)));
    let first = ConnectionSpecId::SERVICE_CLOUD;
    assert_eq!(page.model.sources.active.as_deref(), Some(first));
}

#[test]
fn escape_changes_nothing() {
    let mut page = listed(true);
    tell(&mut page, SourcesMsg::Searched("s3".to_owned()));
    assert_eq!(page.model.sources.active.as_deref(), Some(S3));
    tell(&mut page, SourcesMsg::Closed);
    assert!(page.model.is_built_in());
    let sources = &page.model.sources;
    assert_eq!((sources.open, &sources.search, &sources.active), (false, &None, &None));
}

#[test]
fn keys_mean_what_they_do_in_any_combobox() {
    let step = |key, open| match of_key(key, false, open) {
        Some(SourcesMsg::Moved(step)) => Some(step),
        _ => None,
    };
    for open in [false, true] {
        assert_eq!(step("ArrowDown", open), Some(Step::Next));
        assert_eq!(step("ArrowUp", open), Some(Step::Previous));
        assert!(of_key("a", false, open).is_none());
        assert!(of_key("Tab", false, open).is_none());
        assert!(matches!(of_key("ArrowDown", true, open), Some(SourcesMsg::Opened)));
        assert!(matches!(of_key("ArrowUp", true, open), Some(SourcesMsg::Closed)));
    }
    assert_eq!(step("Home", true), Some(Step::First));
    assert_eq!(step("End", true), Some(Step::Last));
    assert!(matches!(of_key("Enter", false, true), Some(SourcesMsg::ActiveChosen)));
    assert!(matches!(of_key("Escape", false, true), Some(SourcesMsg::Closed)));
    for key in ["Home", "End", "Enter", "Escape"] {
        assert!(of_key(key, false, false).is_none(), "{key} is the input's own");
    }
}

/// The service writes a category as a text in some specs and as a key in others.
#[test]
fn one_category_is_one_group_and_one_source_one_option() {
    let mut page = Page::filled();
    let access = asked(&tell(&mut page, SourcesMsg::Wanted(given::token())));
    let mut known = live(true);
    let again = known.iter().find(|it| it.entry.id == S3).unwrap().clone();
    for (title, category) in [
        ("Veeva", "CRM"),
        ("Sugar", "crm"),
        ("Mail", "Marketing automation"),
        ("Ads", "Marketing Automation"),
    ] {
        let mut one = again.clone();
        one.entry.id = title.to_owned();
        one.entry.title = title.to_owned();
        one.entry.category = Some(category.to_owned());
        known.push(one);
    }
    known.push(again);
    tell(&mut page, SourcesMsg::Listed(access, Ok(all(known))));
    let groups = groups(&page.model);
    let of = |category: &str| {
        let group = groups.iter().find(|group| group.category.as_deref() == Some(category));
        group.map(|group| group.sources.iter().map(|(_, title)| title.as_str()).collect::<Vec<_>>())
    };
    assert_eq!(of("CRM"), Some(vec!["Salesforce", "Sugar", "Veeva"]));
    assert_eq!(of("Marketing Automation"), Some(vec!["Ads", "Mail"]));
    assert_eq!(of("Cloud Storage").unwrap().iter().filter(|it| **it == "Amazon S3").count(), 1);
    assert_eq!(groups.len(), 7);
}

#[test]
fn what_is_not_offered_is_told() {
    let mut page = Page::filled();
    let earlier = asked(&tell(&mut page, SourcesMsg::Wanted(given::token())));
    page.type_in(Field::Sandbox, "dev");
    let access = asked(&tell(&mut page, SourcesMsg::Wanted(given::token())));
    let left_out = LeftOut { unread: 2, more: true };
    tell(&mut page, SourcesMsg::Listed(access, Ok((live(true), left_out))));
    let late = LeftOut { unread: 7, more: false };
    tell(&mut page, SourcesMsg::Listed(earlier, Ok((live(true), late))));
    assert_eq!(page.model.sources.left_out, left_out, "of another list");
    let text = sources_known(8, page.model.sources.left_out);
    assert_eq!(
        text,
        "8 sources to choose from. Type to search. 2 more could not be read. The service has \
         still more, which could not be listed."
    );
    page.type_in(Field::Sandbox, "stage");
    asked(&tell(&mut page, SourcesMsg::Wanted(given::token())));
    assert_eq!(page.model.sources.left_out, LeftOut::default(), "of another list");
}

/// The service lists sources that take no credentials.
#[test]
fn a_source_without_an_auth_spec_is_sent_without_one() {
    let mut page = Page::filled();
    let access = asked(&tell(&mut page, SourcesMsg::Wanted(given::token())));
    let mut known = live(true);
    let source = known.iter_mut().find(|it| it.entry.id == S3).unwrap();
    source.spec.auth_specs.clear();
    tell(&mut page, SourcesMsg::Listed(access, Ok(all(known))));
    tell(&mut page, SourcesMsg::Chosen(S3.to_owned()));
    let effects = page.press();
    let http = sent(&effects).1.to_http("");
    assert!(!http.contains("\"auth\""), "{http}");
    assert!(http.contains(S3), "{http}");
}

/// The name is selected only when the control is entered.
#[test]
fn a_second_search_does_not_append_to_the_name() {
    let mut page = listed(true);
    tell(&mut page, SourcesMsg::Searched("s3".to_owned()));
    tell(&mut page, SourcesMsg::ActiveChosen);
    for typed in ["Amazon S3sftp", "sftpAmazon S3"] {
        tell(&mut page, SourcesMsg::Searched(typed.to_owned()));
        assert_eq!(page.model.sources.search.as_deref(), Some("sftp"));
        assert_eq!(titles(&page), ["SFTP"]);
        tell(&mut page, SourcesMsg::Closed);
    }
    tell(&mut page, SourcesMsg::Searched("Amazon S".to_owned()));
    assert_eq!(titles(&page), ["Amazon S3"]);
}

#[test]
fn who_presses_within_a_search_places_the_caret() {
    let mut page = listed(true);
    tell(&mut page, SourcesMsg::Searched("s3".to_owned()));
    tell(&mut page, SourcesMsg::Pressed);
    assert!(page.model.sources.open);
    assert_eq!(page.model.sources.search.as_deref(), Some("s3"));
}
