#[allow(non_camel_case_types)]
#[derive(topics::SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
pub struct port(u16);

topics::topics! {
    a.<v: on>;
    b.<v: half_open>.c;
    d.<v: port>;
    // These are types.
    e.<v: self::port>;
    f.<v: u8>;
}

fn main() {
    let _ = (E::pattern(), F::pattern());
}
