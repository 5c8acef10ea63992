// Traits that every generated type has, derived once more.
topics::topics! {
    #[derive(Clone)]
    pub enum BusTopic;

    #[derive(Debug, PartialOrd)]
    topology.<id>.status;
    #[derive(std::hash::Hash)]
    topology.<id>.size.<bytes: u64>;
    system.log;
}

fn main() {
    elsewhere::right_lines_are_generated();
}

mod elsewhere {
    pub fn right_lines_are_generated() {
        let _ = super::SystemLog::new();
        let _ = super::TopologyStatus::new("a").ok() < super::TopologyStatus::new("b").ok();
    }
}
