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

mod portal;

mod portal_token;

mod portal_moves;

use std::pin::Pin;

use anyhow::Result;

use crate::world::World;

/// The outcome of a scenario that runs in a world.
type Outcome<'a> = Pin<Box<dyn Future<Output = Result<()>> + 'a>>;

/// A scenario.
pub struct Scenario {
    /// Its file and what it shows.
    pub name: &'static str,
    /// What is done.
    pub run: for<'a> fn(&'a World) -> Outcome<'a>,
}

macro_rules! scenarios {
    ($($file:ident :: $function:ident,)*) => {
        vec![$(Scenario {
            name: concat!(stringify!($file), "::", stringify!($function)),
            run: |world| Box::pin($file::$function(world)),
        }),*]
    };
}

/// All of them. Those that wait for a time limit come first, so that others run beside them.
pub fn all() -> Vec<Scenario> {
    scenarios![
        timed_out::and_yet_created,
        timed_out::and_not_created,
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
        canaries::are_found_nowhere,
        accessible::in_each_state,
        keyboard::alone_creates_a_connection,
        config::missing_means_defaults,
        config::unreadable_is_said,
        config::sets_initial_values,
        leaving::with_unsent_input_asks,
        portal::attributes_and_events,
        portal::of_another_origin,
        portal::two_elements_are_independent,
        portal_token::property_is_used,
        portal_token::provider_is_asked,
        portal_moves::keep_what_is_typed,
    ]
}
