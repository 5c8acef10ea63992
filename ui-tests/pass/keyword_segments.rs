//! Every keyword is a segment as good as another.
topics::topics! {
    pub enum BusTopic;

    type.of.struct;
    r#match.async.r#loop;
    enum;
    enum.state;
    as;
    as.b as As2;
    pub;
    true.false;
    self.update;
    crate.super.Self as Paths;
    as.as as AsAs;
}

fn main() {
    assert_eq!(TypeOfStruct::new().to_string(), "type.of.struct");
    assert_eq!(MatchAsyncLoop::new().to_string(), "match.async.loop");
    assert_eq!(Enum::new().to_string(), "enum");
    assert_eq!(As::new().to_string(), "as");
    assert_eq!(AsAs::new().to_string(), "as.as");
    assert_eq!(Paths::new().to_string(), "crate.super.Self");
    assert_eq!(BusTopic::parse("enum.state"), Ok(EnumState::new().into()));
}
