//! Where spaces, comments and line breaks stand does not matter.
topics::topics!{pub enum BusTopic;a.<id>.b;c{d;}}

topics::topics! {
    // A comment.
    pub
    enum
    Spread
    ;

    e /* first */ . < id : u8 > . // second
        f
        as
        Spreaded
        =>
        Vec <
            u8
        >
        ;
    g.
    <rest
    ..> ;
    half - open . x;
}

topics::topics!();
mod brackets {
    topics::topics![pub enum Brackets; a.b;];
}
mod empty {
    topics::topics! { pub enum Empty; }
}

fn main() {
    assert!(BusTopic::parse("a.1.b").is_ok());
    assert_eq!(Spreaded::new(7).to_string(), "e.7.f");
    assert_eq!(HalfOpenX::new().to_string(), "half-open.x");
    assert!(AnyTopic::parse("a").is_err());
    assert!(empty::Empty::parse("a").is_err());
    assert!(brackets::Brackets::parse("a.b").is_ok());
}
