//! The tests that every transport must pass.
//!
//! `transport_tests!` makes them for one transport. It takes a function that returns two handles to a bus that no other test uses.

pub(crate) mod hierarchy;

mod delivery;
mod draining;
mod queues;
mod requests;
mod typed;

use std::time::Duration;

use topics_bus::{Bus, Received, Subscription, Transport};

pub(crate) use delivery::*;
pub(crate) use draining::*;
pub(crate) use queues::*;
pub(crate) use requests::*;
pub(crate) use typed::*;

pub(crate) type Outcome = Result<(), Box<dyn std::error::Error>>;

/// How long to wait for a message that must come; long, because the machine may be busy.
pub(crate) const SOON: Duration = Duration::from_secs(20);

/// The next message, which must come.
pub(crate) async fn next<X, T: Transport, C>(
    subscription: &mut Subscription<X, T, C>,
) -> Received<X, T, C> {
    let message = tokio::time::timeout(SOON, subscription.next()).await;
    message
        .expect("a message should have come")
        .expect("the subscription should go on")
}

/// Two handles to one bus.
pub(crate) fn buses<T: Transport>((one, other): (T, T)) -> (Bus<T>, Bus<T>) {
    (Bus::new(one), Bus::new(other))
}

/// Makes the tests for a transport. `connect` gets a place to connect to, such as a server, which lives as long as the test.
macro_rules! transport_tests {
    ($connect:ident, $place:expr, $is_skipped:expr; $($test:ident)*) => {$(
        #[tokio::test]
        async fn $test() -> suite::Outcome {
            if $is_skipped {
                return Ok(());
            }
            let place = $place;
            suite::$test($connect(&place).await?).await
        }
    )*};
    ($connect:ident on $place:expr, unless $is_skipped:expr) => {
        transport_tests! { $connect, $place, $is_skipped;
            every_line_is_published_and_received_typed
            a_wildcard_receives_what_it_matches_and_nothing_else
            a_topic_without_payload_carries_bytes
            a_hierarchy_is_received_as_one_enum
            a_root_stands_before_all_names
            headers_arrive_unchanged
            what_cannot_be_decoded_is_handed_over_and_the_stream_goes_on
            a_name_that_is_not_of_the_line_is_handed_over_with_the_reason
            ten_thousand_messages_arrive_in_order
            a_message_that_several_patterns_match_is_delivered_once
            a_former_name_is_received_as_the_line
            a_pattern_of_a_hierarchy_receives_former_names
            what_is_published_after_subscribing_is_received
            a_dropped_subscription_receives_nothing_and_harms_nobody
            each_message_goes_to_one_member_of_a_queue_group
            a_group_beside_a_plain_subscription_takes_nothing_from_it
            overlapping_patterns_in_a_group_lose_nothing
            a_queue_name_that_is_not_a_topic_is_refused
            a_request_is_answered
            a_request_that_nobody_receives_fails_at_once
            an_answer_that_cannot_be_decoded_is_an_error
            what_is_not_a_request_cannot_be_answered
            a_request_of_a_hierarchy_is_answered
            draining_delivers_what_is_in_flight_and_ends_the_stream
            after_draining_nothing_is_taken
        }
    };
}
