// Faults at every depth of a hierarchy, and right lines between them.
topics::topics! {
    pub enum BusTopic;

    decky.<id> {
        state;
        traffic,
        link.<id>;
        disk {
            full;
            "half full";
            partition.<rest..> {
                mounted;
                *;
            }
            <n: u8>.load;
        }
    }
    pub system {
        log;
        log;
    }
}

fn main() {
    elsewhere::right_lines_are_generated();
}

mod elsewhere {
    pub fn right_lines_are_generated() {
        let _ = super::SystemLog::new();
        let _ = super::DeckyState::new("web-01");
        let _ = super::DeckyTraffic::new("web-01");
        let _ = super::DeckyDiskFull::new("web-01");
        let _ = super::DeckyDiskLoad::new("web-01", 7);
    }
}
