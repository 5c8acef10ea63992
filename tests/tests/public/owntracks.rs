//! OwnTracks, locations of one's own (its booklet, "Topics").

topics::topics! {
    enum TrackTopic;

    owntracks.<user>.<device> as Location;
    owntracks.<user>.<device>.<kind: event | info | waypoint | waypoints | dump | cmd | step | beacon> as Message;
}

#[test]
fn tracks() {
    super::check::<TrackTopic<'_>>(
        &[
            "owntracks.jane.phone",
            "owntracks.jane.phone.event",
            "owntracks.jane.phone.cmd",
        ],
        &[
            "owntracks.jane",
            "owntracks.jane.phone.gps",
            "owntracks.jane.phone.event.1",
        ],
    );
}
