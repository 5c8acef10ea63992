//! Frigate, a video recorder (its documentation, "MQTT").

topics::topics! {
    enum FrigateTopic;

    frigate {
        available;
        restart;
        events;
        reviews;
        stats;
        camera_activity;
        tracked_object_update;
        notifications.set;
        notifications.state;
        <camera>.<label> as Count;
        <camera>.<label>.active as ActiveCount;
        <camera>.<label>.snapshot as Snapshot;
        <camera>.audio.<sound: dBFS | rms> as Loudness;
        <camera>.<switch: detect | recordings | snapshots | audio | motion | enabled>.set as Switch;
        <camera>.<switch: detect | recordings | snapshots | audio | motion | enabled>.state as SwitchState;
        <camera>.motion_threshold.set as MotionThreshold;
        <camera>.motion_threshold.state as MotionThresholdState;
        <camera>.ptz as MoveCamera;
    }
}

#[test]
fn frigate() {
    super::check::<FrigateTopic<'_>>(
        &[
            "frigate.available",
            "frigate.restart",
            "frigate.events",
            "frigate.reviews",
            "frigate.stats",
            "frigate.camera_activity",
            "frigate.tracked_object_update",
            "frigate.notifications.set",
            "frigate.notifications.state",
            "frigate.front_door.person",
            "frigate.front_door.person.active",
            "frigate.front_door.person.snapshot",
            "frigate.front_door.audio.dBFS",
            "frigate.front_door.detect.set",
            "frigate.front_door.recordings.state",
            "frigate.front_door.motion_threshold.set",
            "frigate.front_door.motion_threshold.state",
            "frigate.front_door.ptz",
        ],
        &[
            "frigate",
            "frigate.front_door",
            "frigate.front_door.person.set",
            "frigate.front_door.audio.loud",
            "frigate.front_door.person.active.now",
        ],
    );
}
