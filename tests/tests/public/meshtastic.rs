//! Meshtastic, a mesh of radios (its documentation, "MQTT"), under the root `msh` and one region.

use topics::{Escaped, Root};

topics::topics! {
    enum MeshTopic;

    "2".e.<channel>.<gateway> as Encrypted;
    "2".json.<channel>.<gateway> as Json;
    "2".map.<rest..> as MapReport;
    "2".stat.<gateway> as Status;
}

#[test]
fn mesh() {
    super::check::<MeshTopic<'_>>(
        &[
            "2.e.LongFast.!7efeee00",
            "2.json.mqtt.!7efeee00",
            "2.map./",
            "2.stat.!7efeee00",
        ],
        &[
            "2.e.LongFast",
            "1.e.LongFast.!7efeee00",
            "2.text.LongFast.!7efeee00",
        ],
    );
}

#[test]
fn mesh_of_a_region() {
    let root = Root::new("msh.EU_868").unwrap();
    let topic = root
        .parse::<MeshTopic<'_>>("msh.EU_868.2.e.LongFast.!7efeee00")
        .unwrap();
    assert_eq!(
        topic,
        MeshTopic::Encrypted(Encrypted::new("LongFast", "!7efeee00").unwrap())
    );
    assert!(
        root.parse::<MeshTopic<'_>>("msh.US.2.e.LongFast.!7efeee00")
            .unwrap_err()
            .is_outside()
    );
    // The name of a channel is what its users call it.
    topics::topics! {
        enum NamedTopic;
        "2".e.<channel: Escaped>.<gateway> as OfChannel;
    }
    let topic = OfChannel::new(Escaped::new("Club 2.0"), "!7efeee00").unwrap();
    assert_eq!(root.name(&topic), "msh.EU_868.2.e.Club%202%2E0.!7efeee00");
}
