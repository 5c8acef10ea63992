topics::topics! {
    a.<id: u8 | u16>;
    b.<id: str | bool | char>;
    // These are texts.
    c.<kind: "u8" | "u16">;
    d.<kind: "bool" | number>;
    #[was("old.<kind: bool | char>")]
    e.<kind: "bool" | "char">;
}

fn main() {
    let _ = (C::pattern(), D::pattern(), E::pattern());
}
