use topics::Segment;

#[derive(topics::Topic)]
#[topic("a.<x>.c")]
pub struct Left<'a> {
    pub x: Segment<'a>,
}

#[derive(topics::Topic)]
#[topic("a.b.<y>")]
pub struct Right<'a> {
    pub y: Segment<'a>,
}

#[derive(topics::Topics)]
pub enum BusTopic<'a> {
    Left(Left<'a>),
    Right(Right<'a>),
}

fn main() {}
