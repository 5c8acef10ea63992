// Every semicolon is missing, and every line is generated.
topics::topics! {
    pub enum BusTopic

    /// The status column of a topology row changed.
    topology.<id>.status
    decky.<id> {
        state
        #[cfg(all())]
        traffic => u32
    }
    attacker.<rest..>
    "system"."log"
    404.seen as NotFound
    <tenant>.billing
}

fn main() {
    elsewhere::right_lines_are_generated();
}

mod elsewhere {
    pub fn right_lines_are_generated() {
        let _ = super::TopologyStatus::new("t");
        let _ = super::DeckyState::new("d");
        let _ = super::DeckyTraffic::new("d");
        let _ = super::Attacker::new("a");
        let _ = super::SystemLog::new();
        let _ = super::NotFound::new();
        let _ = super::Billing::new("acme");
    }
}
