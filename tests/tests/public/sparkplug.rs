//! Sparkplug B, an industrial namespace (Eclipse Sparkplug specification 3, "Topics and Messages").

topics::topics! {
    enum SparkplugTopic;

    spBv1.0 {
        STATE.<host>;
        <group>.<message: NBIRTH | NDEATH | NDATA | NCMD>.<node> as Node;
        <group>.<message: DBIRTH | DDEATH | DDATA | DCMD>.<node>.<device> as Device;
    }
}

#[test]
fn sparkplug() {
    super::check::<SparkplugTopic<'_>>(
        &[
            "spBv1.0.STATE.scada-1",
            "spBv1.0.plant-7.NBIRTH.edge-1",
            "spBv1.0.plant-7.DDATA.edge-1.pump",
        ],
        &[
            "spBv1.0.plant-7.NDATA",
            "spBv1.0.plant-7.NDATA.edge-1.pump",
            "spBv1.0.plant-7.DDATA.edge-1",
            "spBv1.0.plant-7.ndata.edge-1",
            "spAv1.0.plant-7.NDATA.edge-1",
        ],
    );
}
