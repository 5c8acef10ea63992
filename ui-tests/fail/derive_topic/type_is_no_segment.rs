#[derive(Clone, Debug, PartialEq)]
pub struct Position(f64, f64);

#[derive(topics::Topic, Clone, Debug, PartialEq)]
#[topic("ship.<id>.<position>")]
pub struct Ship {
    pub id: u32,
    pub position: Position,
}

fn main() {}
