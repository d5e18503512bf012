//! The scenarios: what a person does, and what has to be true then. In reading order.
//!
//! Each has a world of its own, and each ends with the assertion that the policy was kept
//! and that no other origin was asked for anything (`World::nothing_went_astray`).

mod typed;

mod create;

mod sample;

mod authentication;

mod invalid;

mod spec_id;

mod gateway;

mod refused;

mod documented;

mod unknown;

mod cut;

mod timed_out;

mod once;

mod answers;

mod request_text;

mod canaries;

mod accessible;

mod keyboard;

mod config;

mod leaving;

mod crash;

mod offline;

mod duplicates;

mod restored;

mod profiles;

mod portal;

mod portal_token;

mod portal_moves;

mod access;

mod later;

mod token;

mod token_refused;

mod import;

mod sandboxes;

mod list;

mod list_answers;

mod one;

mod explore;

mod edit;

mod edit_conflict;

mod removal;

mod check;

pub mod faults;

mod sources;

use std::pin::Pin;

use anyhow::Result;

use crate::world::World;

/// The outcome of a scenario that runs in a world.
type Outcome<'a> = Pin<Box<dyn Future<Output = Result<()>> + 'a>>;

/// A scenario.
pub struct Scenario {
    /// Its file and what it shows.
    pub name: &'static str,
    /// How many made-up connections the service has from the start.
    pub seed: usize,
    /// What is done.
    pub run: for<'a> fn(&'a World) -> Outcome<'a>,
}

macro_rules! scenarios {
    ($($file:ident :: $function:ident $(with $seed:literal connections)?,)*) => {
        &[$(Scenario {
            name: concat!(stringify!($file), "::", stringify!($function)),
            seed: 0 $(+ $seed)?,
            run: |world| Box::pin($file::$function(world)),
        }),*]
    };
}

/// All of them. Those that wait for a time limit come first, so that others run beside them.
pub const ALL: &[Scenario] = scenarios![
    timed_out::and_yet_created,
    timed_out::and_not_created,
    faults::create,
    faults::list with 20 connections,
    faults::test,
    faults::explore,
    faults::edit,
    create::with_basic_authentication,
    create::with_oauth2,
    create::behind_a_reverse_proxy,
    create::then_test_and_another,
    sample::values_give_an_id,
    sample::values_are_offered_only_locally,
    authentication::switching_keeps_what_both_have,
    invalid::each_problem_is_beside_its_field,
    invalid::bad_values_are_explained,
    invalid::slow_press_is_a_press,
    spec_id::misprinted_is_corrected_with_one_press,
    spec_id::other_needs_insisting,
    gateway::each_code_is_explained,
    refused::each_code_is_explained,
    refused::by_the_local_service_itself,
    documented::codes_read_as_written,
    unknown::cancelled,
    unknown::server_gave_up,
    unknown::look_up_fails_first,
    unknown::older_namesake_is_not_taken_for_it,
    cut::before_the_answer,
    cut::within_the_answer,
    once::second_press_sends_nothing,
    once::enter_sends_once,
    answers::malformed_successes,
    answers::malformed_refusals,
    request_text::has_placeholders,
    request_text::curl_sends_the_same,
    request_text::with_secrets_is_another_act,
    canaries::are_found_nowhere,
    canaries::of_a_rotation_are_found_nowhere,
    accessible::in_each_state,
    accessible::in_one_half,
    accessible::in_the_list with 250 connections,
    accessible::in_one_connection with 5 connections,
    keyboard::alone_creates_a_connection,
    keyboard::alone_manages_connections with 20 connections,
    config::missing_means_defaults,
    config::unreadable_is_said,
    config::may_come_late,
    config::sets_initial_values,
    leaving::with_unsent_input_asks,
    leaving::with_used_access_does_not_ask with 5 connections,
    crash::is_said,
    crash::leaves_a_portal_alone,
    crash::may_be_no_panic,
    crash::may_be_a_stack_that_is_used_up,
    offline::is_seen_before_a_press,
    offline::list_loads_by_itself with 20 connections,
    offline::outcome_is_looked_up,
    offline::half_is_fetched_by_itself,
    duplicates::are_mentioned,
    duplicates::are_mentioned_without_leaving,
    duplicates::have_exactly_the_name,
    duplicates::may_stay_unknown,
    restored::but_for_its_secrets,
    restored::not_when_it_was_created,
    restored::with_what_was_on_its_way,
    restored::beside_what_is_configured,
    restored::when_its_half_comes,
    restored::before_a_press,
    restored::not_in_a_portal,
    profiles::are_saved_used_and_forgotten,
    profiles::are_offered_by_a_link,
    profiles::wait_for_their_source,
    profiles::are_exported_and_imported,
    portal::attributes_and_events,
    portal::of_another_origin,
    portal::two_elements_are_independent,
    portal_token::property_is_used,
    portal_token::provider_is_asked,
    portal_token::provider_is_asked_once,
    portal_moves::keep_what_is_typed,
    import::files_and_texts_fill_the_form,
    import::one_press_takes_it_back,
    import::a_credential_gets_a_token,
    import::other_files_change_nothing,
    import::a_command_and_json_fill_the_form,
    import::beside_connections_leads_to_the_form with 5 connections,
    import::answers_the_question_for_a_token with 5 connections,
    later::is_fetched_once,
    later::is_fetched_when_it_was_refused,
    later::is_fetched_for_a_press,
    later::comes_while_a_person_types,
    token::counts_down,
    token::is_compared,
    token::comes_from_ims,
    token::is_refused_by_ims,
    token::of_unreachable_ims_comes_by_hand,
    token_refused::in_the_list with 450 connections,
    token_refused::in_a_save,
    token_refused::in_a_creation,
    token_refused::is_renewed_with_a_press,
    token_refused::and_given_up with 5 connections,
    sandboxes::are_offered,
    sandboxes::may_be_refused,
    sandboxes::are_switched with 20 connections,
    list::newest_come_first with 250 connections,
    list::is_searched_and_sorted with 250 connections,
    list::is_filtered with 250 connections,
    list::more_is_loaded with 450 connections,
    list::all_is_loaded_until_stop with 3000 connections,
    list::id_is_copied with 5 connections,
    list::may_be_empty,
    list::access_is_changed with 5 connections,
    list::is_kept_meanwhile with 250 connections,
    list_answers::passing_refusals_are_repeated with 20 connections,
    list_answers::fifth_refusal_is_shown with 20 connections,
    list_answers::pause_is_kept with 20 connections,
    list_answers::lasting_refusals_are_not_repeated with 20 connections,
    list_answers::next_page_may_be_refused with 450 connections,
    list_answers::late_ones_are_ignored with 20 connections,
    list_answers::are_not_waited_for_elsewhere with 20 connections,
    one::opens_from_the_list with 20 connections,
    one::opens_from_the_form,
    one::opens_in_a_portal with 5 connections,
    one::opens_by_its_address with 20 connections,
    one::is_tested with 20 connections,
    one::is_shown_as_json with 20 connections,
    one::unknown_is_gone,
    explore::tables_and_columns with 5 connections,
    explore::folders_by_keyboard with 5 connections,
    explore::wide_table with 5 connections,
    explore::long_text with 5 connections,
    explore::without_preview with 5 connections,
    explore::refused_credentials with 5 connections,
    edit::only_what_changed_is_sent,
    edit::is_restored,
    edit::credentials_are_rotated,
    edit::missing_secrets_are_marked,
    edit::unsent_changes_ask,
    edit_conflict::stale_changes_are_applied,
    edit_conflict::stale_changes_are_dropped,
    edit_conflict::outcome_is_looked_up,
    removal::one_with_its_name,
    removal::refused_in_use,
    removal::several_with_mixed_results with 60 connections,
    removal::outcome_may_be_unknown with 20 connections,
    removal::three_at_a_time with 60 connections,
    check::passes_all_stages,
    check::finds_a_wrong_key,
    check::finds_an_unknown_sandbox,
    check::finds_a_host_that_lets_no_page_in,
    check::finds_a_request_that_breaks_off,
    check::finds_a_host_that_is_not_there,
    check::finds_a_token_that_ended,
    check::finds_an_unknown_spec,
    check::explains_a_refusal,
    check::is_stopped,
    check::report_has_no_secret,
    sources::of_plain_shapes_are_created,
    sources::of_nested_shapes_are_created,
    sources::with_json_are_checked_and_keep_secrets,
    sources::are_chosen_by_keyboard,
    sources::are_switched_without_a_loss,
    sources::are_restored,
    sources::may_be_refused,
    sources::come_in_pages,
    sources::keep_to_their_patterns,
    sources::may_lose_basic_authentication,
];
