//! The hierarchy of a module is named by its last segment.

mod bus {
    topics::topics! {
        pub enum BusTopic;
        system.log;
        system.<worker>.health;
    }
}

fn main() {
    let _ = topics::pattern!(bus::BusTopic, "system.*.helth");
    let _ = topics::topic!(crate::bus::BusTopic, "system.logs");
}
