topics::topics! {
    #[was]
    a;
    #[was = "old.b"]
    b;
    #[was(old.c)]
    c;
    #[was("old.d", "older.d")]
    d;
    #[was()]
    e;
}

fn main() {}
