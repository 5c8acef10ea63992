//! A field whose type is the struct itself, where another type of that name was meant.

mod types {
    #[derive(topics::SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
    pub enum Region {
        Eu,
    }
}

#[derive(topics::Topic, Clone, Debug, PartialEq, Eq, Hash)]
#[topic("region.<region>")]
pub struct Region {
    region: Region,
}

fn main() {
    let _ = types::Region::Eu;
}
