//! Two hierarchies with one name in the same module.

topics::topics! {
    pub enum Bus;
    system.log;
}

topics::topics! {
    pub enum Bus;
    system.log;
    system.bus;
}

mod without_headers {
    topics::topics! {
        system.log;
    }
    topics::topics! {
        system.bus;
    }
    topics::topics! {
        system.health;
    }
}

fn main() {
    let _ = (Bus::parse("system.log"), SystemLog::new(), SystemBus::new());
    let _ = without_headers::AnyTopic::parse("system.log");
    let _ = without_headers::SystemBus::new();
}
