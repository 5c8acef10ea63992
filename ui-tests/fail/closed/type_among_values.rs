//! The name of a type among values, which may be a text or a slip.

topics::topics! {
    a.<id: u32 | none>;
    b.<id: none | bool | u8>;
    c.<id: "u32" | none>;
}

fn main() {
    assert_eq!(C::new(CId::U32).to_string(), "c.u32");
}
