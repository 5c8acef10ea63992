use topics::Segment;

#[derive(topics::Topic)]
pub struct Health<'a> {
    pub worker: Segment<'a>,
}

fn main() {}
