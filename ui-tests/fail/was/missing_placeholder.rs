topics::topics! {
    #[was("old.health")]
    system.<worker>.health;
    #[was("old.<a>")]
    both.<a>.<rest..>;
}

fn main() {}
