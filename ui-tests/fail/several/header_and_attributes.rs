// A header that is all wrong, and attributes that are.
topics::topics! {
    #[derive(Clone)]
    pub(friend) struct BusTopic<T>: u8;

    /// The health of the bus.
    #![doc = "inner"]
    system.health;
    #[cfg(a, b)]
    system.load;
    #[derive(Debug)]
    system.log;
    # system.uptime;
    /// Nothing follows.
}

fn main() {
    elsewhere::right_lines_are_generated();
}

mod elsewhere {
    pub fn right_lines_are_generated() {
        let _ = super::SystemLog::new();
        let _ = super::SystemHealth::new();
        let _ = super::SystemLoad::new();
        let _ = super::BusTopic::parse("system.log");
    }
}
