use topics::{Segment, Topic};

#[derive(Topic)]
#[was("old.<wrker>.health")]
#[was("old.health")]
#[was("old.<worker: u8>.health")]
#[was("system.<worker>.health")]
#[was(old.worker)]
#[was("old.*")]
#[topic("system.<worker>.health")]
pub struct Health<'a> {
    pub worker: Segment<'a>,
}

#[derive(Topic)]
#[topic("pair.<a>.<b>")]
#[was("pair.<b>.<a>")]
pub struct Pair<'a> {
    pub a: Segment<'a>,
    pub b: Segment<'a>,
}

#[derive(Topic)]
#[topic("turned.<x>.<y>.c")]
#[was("turned.<y>.c.<x>")]
pub struct Turned<'a> {
    pub x: Segment<'a>,
    pub y: Segment<'a>,
}

#[derive(Topic)]
#[topic("field.<id>")]
pub struct Field {
    #[was("old.<id>")]
    pub id: u8,
}

fn main() {}
