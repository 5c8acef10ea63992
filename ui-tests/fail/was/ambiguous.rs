topics::topics! {
    #[was("a.<x>.c")]
    new.<x>;
    a.b.<y>;
    #[was("k.<z>.l")]
    newer.<z>;
    #[was("k.m.<w>")]
    newest.<w>;
}

fn main() {}
