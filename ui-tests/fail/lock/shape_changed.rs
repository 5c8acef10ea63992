//! Each kind of placeholder became another one.

topics::topics! {
    #[lock = "fail/lock/shape_changed.lock"]
    pub enum BusTopic;

    plain.<id: u32>;
    typed.<id: u64>;
    typed.<id>.again;
    closed.<state>.again;
    tail.<rest>;
    segment.<rest..>;
}

fn main() {}
