//! Every option of the derive.
use topics::SegmentValue;

#[derive(SegmentValue, Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[segment(rename_all = "SCREAMING-KEBAB-CASE")]
#[segment(crate = topics)]
pub enum Region {
    EuWest,
    #[segment(rename = "us")]
    UnitedStates,
    #[allow(non_camel_case_types)]
    r#type,
    #[doc(hidden)]
    Other = 7,
}

#[derive(SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
pub enum Outcome {
    Ok,
    Err,
    Some,
    None,
    Error,
    Self_,
}

#[derive(SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
pub struct Shard {
    pub number: u16,
}

#[derive(SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
pub struct Wrapper<T: topics::SegmentValue>(pub T);

fn main() {
    assert_eq!(Region::EuWest.to_segment(), "EU-WEST");
    assert_eq!(Region::UnitedStates.to_segment(), "us");
    assert_eq!(Region::r#type.to_segment(), "TYPE");
    assert_eq!(Outcome::Err.to_segment(), "Err");
    assert_eq!(Shard { number: 7 }.to_segment(), "7");
    assert_eq!(Wrapper(Wrapper(Region::Other)).to_segment(), "OTHER");
}
