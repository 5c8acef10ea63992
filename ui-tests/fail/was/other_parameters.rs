//! A topic of both names would have other parameters by one than by the other.

topics::topics! {
    #[was("tail.b.<rest..>")]
    tail.<rest..>;
    #[was("turned.<y>.c.<x>")]
    turned.<x>.<y>.c;
    // Here it is the same: `same.status.status`.
    #[was("same.status.<id>")]
    same.<id>.status;
}

fn main() {}
