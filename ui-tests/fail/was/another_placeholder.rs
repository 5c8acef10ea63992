topics::topics! {
    #[was("old.<id>.<worker>")]
    system.<id>;
    #[was("old.<wrker>.health")]
    system.<worker>.health;
}

fn main() {}
