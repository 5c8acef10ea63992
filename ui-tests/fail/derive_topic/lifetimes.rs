use topics::Segment;

#[derive(topics::Topic)]
#[topic("a.<left>.<right>")]
pub struct Two<'a, 'b> {
    pub left: Segment<'a>,
    pub right: Segment<'b>,
}

#[derive(topics::Topic)]
#[topic("b.<text>.<value>")]
pub struct Bound<'a, T: 'a>
where
    Vec<T>: 'a,
{
    pub text: Segment<'a>,
    pub value: T,
}

fn main() {}
