// One derive too many on a group is one fault, not one for each line.
topics::topics! {
    pub enum BusTopic;

    #[derive(Eq)]
    system {
        log;
        load;
    }
}

fn main() {
    elsewhere::right_lines_are_generated();
}

mod elsewhere {
    pub fn right_lines_are_generated() {
        let _ = super::SystemLog::new();
    }
}
