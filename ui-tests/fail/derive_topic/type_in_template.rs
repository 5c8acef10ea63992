use topics::Segment;

#[derive(topics::Topic)]
#[topic("topology.<id: u32>.<state: applied | failed>")]
pub struct Mutation<'a> {
    pub id: u32,
    pub state: Segment<'a>,
}

fn main() {}
