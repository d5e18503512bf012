//! Profiles: saved, used and taken back, handed on, and forgotten.

use flow_connect::screen::kept::{Kept, kept};
use flow_connect::screen::profiles::{
    Change, Effect, Msg, Profile, Question, Said, Unfit, Unreadable, fill, fragment, link_text,
    of_fragment, read, read_kept, read_link, write, write_kept,
};
use flow_connect::screen::{self, Field, Model, Route, Theme};
use flow_service::spec::OAUTH2_CLIENT_CREDENTIAL;
use flow_service::value::ConnectionSpecId;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::given::{self, NAME, PRESSED_AT};
use crate::page::{Page, focused};

fn tell(page: &mut Page, msg: Msg) -> Vec<screen::Effect> {
    page.tell(screen::Msg::Profiles(msg))
}

/// The one effect about profiles.
#[track_caller]
fn asked(effects: Vec<screen::Effect>) -> Effect {
    let mut own = effects.into_iter().filter_map(|effect| match effect {
        screen::Effect::Profiles(effect) => Some(effect),
        _ => None,
    });
    let effect = own.next().expect("an effect");
    assert_eq!(own.next(), None);
    effect
}

fn stage() -> Profile {
    Profile {
        name: "Stage".to_owned(),
        organization_id: given::ORGANIZATION.to_owned(),
        api_key: given::API_KEY.to_owned(),
        sandbox: "stage".to_owned(),
        api_base: "https://platform.adobe.io".to_owned(),
        spec_id: ConnectionSpecId::SERVICE_CLOUD.to_owned(),
        auth_name: OAUTH2_CLIENT_CREDENTIAL.to_owned(),
        name_pattern: "SC {sandbox} {date}".to_owned(),
    }
}

fn with(list: &[Profile]) -> Page {
    let mut page = Page::new();
    tell(&mut page, Msg::Read(Ok(list.to_vec()), true));
    page
}

fn used(mut page: Page, profile: Profile) -> Page {
    let effects = tell(&mut page, Msg::Use(profile, PRESSED_AT));
    assert_eq!(focused(&effects), "profiles-used");
    page
}

fn changes(page: &Page) -> Vec<(Field, &str, &str)> {
    let used = page.model.profiles.used.as_ref().unwrap();
    let change = |it: &'_ screen::profiles::Changed| it.field.clone();
    used.changes.iter().map(|it| (change(it), it.before.as_str(), it.after.as_str())).collect()
}

#[test]
fn what_stands_in_the_form_is_saved_under_a_name() {
    let mut page = Page::filled();
    page.tell(screen::Msg::AuthChosen(OAUTH2_CLIENT_CREDENTIAL.to_owned()));
    tell(&mut page, Msg::Read(Ok(Vec::new()), true));
    assert_eq!(tell(&mut page, Msg::SavePressed), []);
    assert_eq!(page.model.profiles.said, Some(Said::NameMissing));
    tell(&mut page, Msg::NameTyped(" Mine ".to_owned()));
    let expect = Profile {
        name: "Mine".to_owned(),
        sandbox: "acme-dev".to_owned(),
        name_pattern: NAME.to_owned(),
        ..stage()
    };
    let effect = asked(tell(&mut page, Msg::SavePressed));
    assert_eq!(effect, Effect::Change(Change::Put(expect.clone()), Said::Saved));
    tell(&mut page, Msg::PatternTyped("SC {date}".to_owned()));
    let effect = asked(tell(&mut page, Msg::SavePressed));
    let expect = Profile { name_pattern: "SC {date}".to_owned(), ..expect };
    assert_eq!(effect, Effect::Change(Change::Put(expect.clone()), Said::Saved));
    tell(&mut page, Msg::Changed(Some(vec![expect.clone()]), Said::Saved));
    assert_eq!(page.model.profiles.list, Some(vec![expect]));
    assert_eq!(page.model.profiles.said, Some(Said::Saved));
    tell(&mut page, Msg::Changed(None, Said::Saved));
    assert_eq!(page.model.profiles.said, Some(Said::NotKept), "the browser refused");
    assert_eq!(page.model.profiles.list.as_ref().unwrap().len(), 1);
}

#[test]
fn a_saved_profile_is_replaced_and_deleted_only_when_that_is_confirmed() {
    let mut page = with(&[stage()]);
    tell(&mut page, Msg::NameTyped("Stage".to_owned()));
    assert_eq!(focused(&tell(&mut page, Msg::SavePressed)), "profiles-question");
    let Some(Question::Replace(new)) = page.model.profiles.question.clone() else { panic!() };
    let effect = asked(tell(&mut page, Msg::Confirmed));
    assert_eq!(effect, Effect::Change(Change::Put(new), Said::Saved));
    assert_eq!(
        focused(&tell(&mut page, Msg::DeletePressed("Stage".to_owned()))),
        "profiles-question"
    );
    assert_eq!(focused(&tell(&mut page, Msg::Cancelled)), "profiles");
    assert_eq!(page.model.profiles.question, None);
    tell(&mut page, Msg::DeletePressed("Stage".to_owned()));
    let effect = asked(tell(&mut page, Msg::Confirmed));
    assert_eq!(effect, Effect::Change(Change::Remove("Stage".to_owned()), Said::Deleted));
    assert_eq!(tell(&mut page, Msg::Confirmed), [], "one question, one answer");
}

#[test]
fn a_change_is_applied_to_what_is_kept_now() {
    let other = Profile { name: "Other".to_owned(), ..stage() };
    let changed = Profile { sandbox: "prod".to_owned(), ..stage() };
    let list = vec![stage(), other.clone()];
    assert_eq!(Change::Put(changed.clone()).apply(list.clone()), [changed, other.clone()]);
    assert_eq!(Change::Remove("Stage".to_owned()).apply(list.clone()), [other]);
    let names = |list: Vec<Profile>| list.into_iter().map(|it| it.name).collect::<Vec<_>>();
    let twice = Change::Add(vec![stage(), stage()]).apply(list);
    assert_eq!(names(twice), ["Stage", "Other", "Stage (2)", "Stage (3)"]);
}

#[test]
fn using_one_tells_what_it_changed_and_is_taken_back_with_one_press() {
    let mut page = with(&[stage()]);
    page.type_in(Field::Name, "Mine");
    page.type_in(Field::Description, "stays");
    let before = page.model.form.clone();
    let effect = asked(tell(&mut page, Msg::UsePressed("Stage".to_owned())));
    assert_eq!(effect, Effect::Use(stage()));
    let mut page = used(page, stage());
    assert_eq!(
        changes(&page),
        [
            (Field::ApiKey, "", given::API_KEY),
            (Field::OrganizationId, "", given::ORGANIZATION),
            (Field::Sandbox, "prod", "stage"),
            (Field::Name, "Mine", "SC stage 2026-11-18"),
            (Field::Authentication, "Basic Authentication", OAUTH2_CLIENT_CREDENTIAL),
        ]
    );
    assert_eq!(page.model.form.name, "SC stage 2026-11-18");
    assert_eq!(page.model.auth_name, OAUTH2_CLIENT_CREDENTIAL);
    assert_eq!(page.model.form.description, "stays");
    let effects = tell(&mut page, Msg::UndoPressed);
    assert_eq!(focused(&effects), "profiles");
    assert_eq!(page.model.form, before);
    assert_eq!(page.model.auth_name, "Basic Authentication");
    assert_eq!(page.model.profiles.said, Some(Said::Undone));
}

/// What has the focus goes away with each of these.
#[test]
fn the_focus_goes_to_the_button_of_the_tool() {
    let mut page = with(&[stage()]);
    tell(&mut page, Msg::DeletePressed("Stage".to_owned()));
    assert_eq!(focused(&tell(&mut page, Msg::Confirmed)), "profiles");
    let other = Profile { sandbox: "other".to_owned(), ..stage() };
    tell(&mut page, Msg::FileRead(Ok(write(&[other]))));
    assert_eq!(focused(&tell(&mut page, Msg::OthersOnly)), "profiles");
    let mut page = used(page, stage());
    assert_eq!(focused(&tell(&mut page, Msg::NoticeDismissed)), "profiles");
}

#[test]
fn a_profile_that_is_used_and_saved_again_keeps_its_pattern() {
    let mut page = used(with(&[stage()]), stage());
    page.type_in(Field::Sandbox, "other");
    tell(&mut page, Msg::SavePressed);
    let Some(Question::Replace(new)) = page.model.profiles.question.clone() else { panic!() };
    assert_eq!(new, Profile { sandbox: "other".to_owned(), ..stage() });
}

#[test]
fn what_was_typed_since_is_not_taken_back() {
    let mut page = used(with(&[]), stage());
    page.type_in(Field::Sandbox, "mine");
    tell(&mut page, Msg::UndoPressed);
    assert_eq!(page.model.form.sandbox, "mine");
    assert_eq!(page.model.form.api_key, "");
}

#[test]
fn nothing_is_overwritten_with_nothing() {
    let page = used(Page::filled(), Profile { name: "Empty".to_owned(), ..Profile::default() });
    assert_eq!(changes(&page), []);
    assert_eq!(page.model.form, Page::filled().model.form);
}

#[test]
fn the_api_base_of_a_profile_is_only_compared() {
    for (base, other) in [
        ("https://platform.adobe.io", None),
        ("", None),
        ("https://x.example", Some("https://x.example")),
    ] {
        let page = used(Page::new(), Profile { api_base: base.to_owned(), ..stage() });
        assert_eq!(page.model.profiles.used.as_ref().unwrap().other_base.as_deref(), other);
        assert_eq!(page.model.api_base(), "https://platform.adobe.io");
    }
}

#[test]
fn an_authentication_that_the_source_has_not_is_said() {
    let page = used(Page::new(), Profile { auth_name: "Other".to_owned(), ..stage() });
    assert_eq!(page.model.profiles.used.as_ref().unwrap().unknown_auth.as_deref(), Some("Other"));
    assert_eq!(page.model.auth_name, "Basic Authentication");
}

#[test]
fn a_form_that_is_on_its_way_is_not_changed() {
    for mut page in [Page::sending(), Page::unknown(), Page::created()] {
        let before = page.model.clone();
        assert_eq!(tell(&mut page, Msg::Use(stage(), PRESSED_AT)), []);
        assert_eq!(page.model.profiles.said, Some(Said::NotNow), "and the page says so");
        page.model.profiles.said = None;
        assert_eq!(page.model, before);
    }
}

/// A link that is opened after a creation is not lost by a press too early.
#[test]
fn an_offer_waits_until_there_is_a_form() {
    let mut link = stage().to_json();
    link["v"] = json!(1);
    let mut page = Page::created();
    tell(&mut page, Msg::Linked(Ok(link)));
    assert_eq!(tell(&mut page, Msg::OfferTaken), []);
    assert_eq!(page.model.profiles.said, Some(Said::NotNow));
    assert_eq!(page.model.profiles.offer, Some(Ok(stage())));
    page.tell(screen::Msg::AnotherPressed);
    let own = |effect| screen::Effect::Profiles(effect);
    let effects = tell(&mut page, Msg::OfferTaken);
    assert_eq!(effects, [own(Effect::Use(stage())), own(Effect::ClearLink)]);
}

/// A JWT by its looks, and nobody's.
const TOKEN: &str = "eyJhbGciOiJub25lIn0.eyJhcyI6Im5vYm9keSJ9.c2lnbmF0dXJl";

/// The usual slip: the token in the input of the API key.
#[test]
fn what_looks_like_a_token_or_is_too_long_is_not_saved() {
    let token = format!("Bearer {TOKEN}");
    let long = "x".repeat(1001);
    for (field, text, why) in [
        (Field::ApiKey, TOKEN, Unfit::Token),
        (Field::Name, token.as_str(), Unfit::Token),
        (Field::Name, long.as_str(), Unfit::TooLong),
    ] {
        let mut page = with(&[]);
        page.type_in(field, text);
        tell(&mut page, Msg::NameTyped("Mine".to_owned()));
        assert_eq!(tell(&mut page, Msg::SavePressed), []);
        assert_eq!(page.model.profiles.said, Some(Said::Unfit(why)));
    }
    for fine in ["1.2.3", "eyJ", "a.b.c", "https://acme.example.com", given::ORGANIZATION] {
        let profile = Profile { name_pattern: fine.to_owned(), ..stage() };
        assert_eq!(profile.clone().checked(), Ok(profile), "{fine}");
    }
}

#[test]
fn a_damaged_profile_takes_no_other_with_it() {
    let mut kept = write(&[stage(), stage()]);
    kept["profiles"][0]["apiKey"] = json!("x".repeat(2000));
    let damaged = vec![kept["profiles"][0].clone()];
    assert_eq!(read_kept(&kept), Ok((vec![stage()], damaged.clone())));
    // Nor is it lost when another one is saved; but no secret is written again.
    let again = write_kept(&[stage(), stage()], damaged.clone());
    assert_eq!(read_kept(&again), Ok((vec![stage(), stage()], damaged)));
    let mut secret = stage().to_json();
    secret["apiKey"] = json!("-----BEGIN PRIVATE KEY-----");
    assert_eq!(Profile::from_json(&secret), Err(Unfit::Token));
    assert_eq!(write_kept(&[], vec![secret]), write(&[]));
    assert_eq!(read_kept(&json!({})), Err(Unreadable::NotProfiles));
    let mut page = with(&[stage()]);
    tell(&mut page, Msg::LeftOut(1));
    assert_eq!(page.model.profiles.said, Some(Said::LeftOut(1)));
    let mut page = Page::new();
    tell(&mut page, Msg::Read(Err(Unreadable::Version), true));
    assert_eq!(page.model.profiles.said, Some(Said::Unreadable(Unreadable::Version)));
    assert_eq!(page.model.profiles.list, Some(Vec::new()));
}

#[test]
fn with_connections_changed_access_is_offered() {
    let mut page = with(&[]);
    page.tell(screen::Msg::RouteChanged(Route::Connections));
    let effects = tell(&mut page, Msg::Use(stage(), PRESSED_AT));
    assert!(effects.contains(&screen::Effect::OfferAccess), "{effects:?}");
}

#[test]
fn places_of_a_name_are_filled() {
    let at = |pattern: &str, sandbox: &str| fill(pattern, PRESSED_AT, sandbox);
    assert_eq!(at("{date} {time} {sandbox}", "dev"), "2026-11-18 11:06 dev");
    assert_eq!(at("{{date}} {other} {Date} {", "dev"), "{2026-11-18} {other} {Date} {");
    assert_eq!(at("{sandbox}", "{date}"), "{date}", "what is filled in stays");
    assert_eq!(fill("{date}T{time}", 0, ""), "1970-01-01T00:00");
}

#[test]
fn a_file_is_written_with_what_it_is() {
    let expect = json!({
        "schema": "flow-connect-profiles",
        "v": 1,
        "profiles": [{
            "name": "Stage",
            "organizationId": given::ORGANIZATION,
            "apiKey": given::API_KEY,
            "sandbox": "stage",
            "apiBase": "https://platform.adobe.io",
            "connectionSpecId": ConnectionSpecId::SERVICE_CLOUD,
            "authSpec": OAUTH2_CLIENT_CREDENTIAL,
            "namePattern": "SC {sandbox} {date}",
        }],
    });
    assert_eq!(write(&[stage()]), expect);
    let mut page = with(&[stage()]);
    assert_eq!(asked(tell(&mut page, Msg::ExportPressed)), Effect::Export(expect));
}

#[test]
fn what_is_no_file_of_profiles_is_refused_with_a_reason() {
    let of = |profiles: Value| json!({ "schema": "flow-connect-profiles", "v": 1, "profiles": profiles });
    for (value, why) in [
        (json!(null), Unreadable::NotProfiles),
        (json!([]), Unreadable::NotProfiles),
        (json!({ "v": 1, "profiles": [] }), Unreadable::NotProfiles),
        (json!({ "schema": "flow-connect-profiles", "v": 2, "profiles": [] }), Unreadable::Version),
        (json!({ "schema": "flow-connect-profiles", "profiles": [] }), Unreadable::Version),
        (of(json!({})), Unreadable::NotProfiles),
        (of(json!([{}])), Unreadable::Profile(Unfit::Malformed)),
        (of(json!([{ "name": "  " }])), Unreadable::Profile(Unfit::Malformed)),
        (of(json!([{ "name": "x", "sandbox": 7 }])), Unreadable::Profile(Unfit::Malformed)),
        (of(json!([{ "name": "x".repeat(1001) }])), Unreadable::Profile(Unfit::TooLong)),
        (of(json!([{ "name": "x", "apiKey": TOKEN }])), Unreadable::Profile(Unfit::Token)),
    ] {
        assert_eq!(read(&value), Err(why), "{value}");
        let mut page = with(&[]);
        assert_eq!(tell(&mut page, Msg::FileRead(Ok(value))), []);
        assert_eq!(page.model.profiles.said, Some(Said::Unreadable(why)));
    }
    let mut page = with(&[]);
    tell(&mut page, Msg::FileRead(Err(Unreadable::TooLarge)));
    assert_eq!(page.model.profiles.said, Some(Said::Unreadable(Unreadable::TooLarge)));
}

#[test]
fn names_that_exist_are_asked_about() {
    let other = Profile { name: "Other".to_owned(), ..stage() };
    let theirs = Profile { sandbox: "theirs".to_owned(), ..stage() };
    let file = || Msg::FileRead(Ok(write(&[theirs.clone(), other.clone()])));
    let mut page = with(&[stage()]);
    assert_eq!(focused(&tell(&mut page, file())), "profiles-question");
    let effect = asked(tell(&mut page, Msg::Confirmed));
    let both = vec![theirs.clone(), other.clone()];
    assert_eq!(effect, Effect::Change(Change::Add(both), Said::Imported(2)));
    tell(&mut page, file());
    let effect = asked(tell(&mut page, Msg::OthersOnly));
    assert_eq!(effect, Effect::Change(Change::Add(vec![other.clone()]), Said::Imported(1)));
    tell(&mut page, file());
    assert_eq!(focused(&tell(&mut page, Msg::Cancelled)), "profiles");
    assert_eq!(tell(&mut page, Msg::Cancelled), []);
    assert_eq!(tell(&mut page, Msg::OthersOnly), []);
    let mut page = with(&[stage()]);
    let again = Msg::FileRead(Ok(write(&[stage()])));
    assert_eq!(tell(&mut page, again), [], "the same twice is no use");
    assert_eq!(page.model.profiles.said, Some(Said::Imported(0)));
}

#[test]
fn a_link_is_a_fragment_of_create() {
    let fragment = fragment(&stage());
    assert!(fragment.starts_with("#/create?profile="), "{fragment}");
    assert_eq!(Route::of_fragment(&fragment), Route::Create);
    let text = link_text(of_fragment(&fragment).unwrap()).unwrap();
    assert_eq!(read_link(&serde_json::from_str(&text).unwrap()), Ok(stage()));
    for other in ["", "#/create", "#/create?", "#/connections?profile=e30", "#/create?other=1"] {
        assert_eq!(of_fragment(other), None, "{other}");
    }
    let mut page = with(&[stage()]);
    let effect = asked(tell(&mut page, Msg::LinkPressed("Stage".to_owned())));
    assert_eq!(effect, Effect::CopyLink(fragment.clone()));
    tell(&mut page, Msg::LinkMade(fragment.clone(), true));
    assert_eq!(page.model.profiles.link, Some(fragment));
}

#[test]
fn a_link_offers_and_does_nothing_by_itself() {
    let mut link = stage().to_json();
    link["v"] = json!(1);
    let mut page = Page::filled();
    let before = page.model.form.clone();
    assert_eq!(tell(&mut page, Msg::Linked(Ok(link.clone()))), []);
    assert_eq!(page.model.form, before);
    assert_eq!(page.model.profiles.offer, Some(Ok(stage())));
    let own = |effect| screen::Effect::Profiles(effect);
    let effects = tell(&mut page, Msg::OfferTaken);
    assert_eq!(effects, [own(Effect::Use(stage())), own(Effect::ClearLink)]);
    tell(&mut page, Msg::Linked(Ok(link)));
    let effects = tell(&mut page, Msg::OfferDismissed);
    assert_eq!(focused(&effects), "profiles", "the button that had it is gone");
    assert!(effects.contains(&own(Effect::ClearLink)));
    assert_eq!(page.model.profiles.offer, None);
    assert_eq!(page.model.form, before);
}

#[test]
fn a_bad_link_is_said_and_not_used() {
    for (link, why) in [
        (Err(Unreadable::NotJson), Unreadable::NotJson),
        (Ok(json!([])), Unreadable::NotProfiles),
        (Ok(json!({ "name": "x" })), Unreadable::Version),
        (Ok(json!({ "v": 2, "name": "x" })), Unreadable::Version),
        (Ok(json!({ "v": 1 })), Unreadable::Profile(Unfit::Malformed)),
        (Ok(json!({ "v": 1, "name": TOKEN })), Unreadable::Profile(Unfit::Token)),
    ] {
        let mut page = Page::new();
        tell(&mut page, Msg::Linked(link));
        assert_eq!(page.model.profiles.offer, Some(Err(why)));
        assert_eq!(asked(tell(&mut page, Msg::OfferTaken)), Effect::ClearLink);
    }
    for text in ["$", "a", "_w", &"A".repeat(20_000)] {
        assert!(link_text(text).is_err(), "{text}");
    }
    assert_eq!(link_text("e30%3D").as_deref(), Ok("{}"));
}

#[test]
fn what_is_kept_is_shown_and_forgotten_when_that_is_confirmed() {
    let mut page = Page::filled();
    tell(&mut page, Msg::Read(Ok(vec![stage()]), true));
    page.tell(screen::Msg::ThemeChosen(Theme::Dark));
    assert_eq!(asked(tell(&mut page, Msg::KeptPressed)), Effect::LookAtKept);
    let shown = vec![("flow-connect-theme".to_owned(), "dark".to_owned())];
    tell(&mut page, Msg::KeptIs(shown.clone()));
    assert_eq!(page.model.profiles.kept, Some(shown));
    assert_eq!(focused(&tell(&mut page, Msg::ForgetPressed)), "profiles-question");
    assert_eq!(asked(tell(&mut page, Msg::Confirmed)), Effect::Forget);
    assert_eq!(asked(tell(&mut page, Msg::Forgotten)), Effect::LookAtKept);
    let Model { theme, profiles, .. } = &page.model;
    assert_eq!((*theme, &profiles.list), (Theme::System, &Some(Vec::new())));
    tell(&mut page, Msg::KeptPressed);
    assert_eq!(page.model.profiles.kept, None);
    assert!(matches!(page.model.kept, Kept::Forgotten(_)));
    page.tell(screen::Msg::ToolPressed(screen::Tool::Profiles));
    assert_eq!(kept(&page.model), None, "what was forgotten is not written again by itself");
    page.type_in(Field::Name, "new");
    assert!(kept(&page.model).is_some());
}

fn profile() -> impl Strategy<Value = Profile> {
    let texts =
        proptest::collection::vec(any::<String>().prop_filter("short", |it| it.len() < 900), 8);
    texts.prop_filter_map("named", |texts| {
        let mut texts = texts.into_iter().map(|text| text.trim().to_owned());
        let mut next = || texts.next().unwrap();
        let profile = Profile {
            name: next(),
            organization_id: next(),
            api_key: next(),
            sandbox: next(),
            api_base: next(),
            spec_id: next(),
            auth_name: next(),
            name_pattern: next(),
        };
        (!profile.name.is_empty()).then_some(profile)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn profiles_survive_their_file(list in proptest::collection::vec(profile(), 0..4)) {
        let text = write(&list).to_string();
        prop_assert_eq!(read(&serde_json::from_str(&text).unwrap()), Ok(list));
    }

    #[test]
    fn a_profile_survives_its_link(profile in profile()) {
        let fragment = fragment(&profile);
        prop_assert!(fragment.bytes().all(|it| it.is_ascii_alphanumeric() || b"#/?=-_".contains(&it)));
        if let Ok(text) = link_text(of_fragment(&fragment).unwrap()) {
            prop_assert_eq!(read_link(&serde_json::from_str(&text).unwrap()), Ok(profile));
        } else {
            prop_assert!(fragment.len() > 16_000);
        }
    }

    #[test]
    fn any_text_is_read_without_harm(text in any::<String>(), now in any::<u64>()) {
        let _ = fill(&text, now % 4_102_444_800_000, &text);
        let _ = of_fragment(&text);
        drop(link_text(&text));
        drop((read(&json!(text)), read_link(&json!({ "v": 1, "name": text }))));
    }

    #[test]
    fn undo_gives_back_every_form(profile in profile()) {
        let mut page = Page::filled();
        let before = page.model.form.clone();
        tell(&mut page, Msg::Use(profile, PRESSED_AT));
        tell(&mut page, Msg::UndoPressed);
        prop_assert_eq!(&page.model.form, &before);
    }
}
