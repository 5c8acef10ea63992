//! Values of digits, hyphens, keywords and anything in quotes.
topics::topics! {
    pub enum BusTopic;

    a.<value: 1 | 2 | 1e5 | 0x1f | 10th>;
    b.<value: half-open | wide_open | closed>;
    c.<value: type | match | async | r#loop | as | enum | true>;
    d.<value: "a/b" | "c+d" | $SYS | -x>;
    e.<first: a | b>.<second: a | b>.<third: b | c>;
    f.<value: ok | err | some | none | all | self-made>;
    g.<value:
        one |
        two
    >;
}

fn main() {
    assert_eq!(AValue::ALL.len(), 5);
    assert_eq!(A::new(AValue::_10th).to_string(), "a.10th");
    assert_eq!(B::new(BValue::HalfOpen).to_string(), "b.half-open");
    assert_eq!(C::new(CValue::Type).to_string(), "c.type");
    assert_eq!(D::new(DValue::AB).to_string(), "d.a/b");
    assert_eq!(E::new(EFirst::A, ESecond::B, EThird::C).to_string(), "e.a.b.c");
    assert_eq!("self-made".parse(), Ok(FValue::SelfMade));
    assert!(BusTopic::parse("g.three").is_err());
}
