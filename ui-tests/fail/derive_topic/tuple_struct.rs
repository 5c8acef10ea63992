use topics::Segment;

#[derive(topics::Topic)]
#[topic("system.<worker>.health")]
pub struct Health<'a>(pub Segment<'a>);

fn main() {}
