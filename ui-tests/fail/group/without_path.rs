// Braces before which no path stands.
topics::topics! {
    pub enum BusTopic;

    decky.<id>.state;
    {
        system.log;
        system.load;
    }
    system.health;
}

fn main() {
    elsewhere::right_lines_are_generated();
}

mod elsewhere {
    pub fn right_lines_are_generated() {
        let _ = super::DeckyState::new("web-01");
        let _ = super::SystemHealth::new();
    }
}
