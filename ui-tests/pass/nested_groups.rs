//! Groups in groups, with attributes at each depth.
topics::topics! {
    pub enum BusTopic;

    /// The fleet.
    decky.<id> {
        /// Its shape.
        state;
        #[allow(missing_docs)]
        disk.<n: u8> {
            full;
            partition {
                #[deprecated = "nobody listens"]
                mounted as Mounted;
                <name>.checked => bool;
            }
        }
        <rest..> as DeckyOther;
    }
    enum {
        a;
    }
    as {
        b;
    }
}

fn main() {
    assert_eq!(DeckyDiskFull::new("web-01", 2).unwrap().to_string(), "decky.web-01.disk.2.full");
    let topic = DeckyDiskPartitionChecked::new("web-01", 2, "root").unwrap();
    assert_eq!(topic.to_string(), "decky.web-01.disk.2.partition.root.checked");
    assert_eq!(EnumA::new().to_string(), "enum.a");
    assert_eq!(AsB::new().to_string(), "as.b");
}
