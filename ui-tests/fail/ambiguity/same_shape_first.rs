// The very same shape twice is never settled.
topics::topics! {
    a.<x>.c;
    #[first]
    a.<y>.c as Other;
}

fn main() {}
