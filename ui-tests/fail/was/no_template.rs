topics::topics! {
    #[was("old.<rest..>.end")]
    tail.<rest..>;
    #[was("old.<id>.<id>")]
    twice.<id>;
}

fn main() {}
