use topics::Segment;

#[derive(topics::Topic)]
#[topic("system.<worker>.<part>.<rest..>")]
pub struct Health<'a> {
    pub worker: Segment<'a>,
}

fn main() {}
