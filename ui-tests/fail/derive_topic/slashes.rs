//! Templates with the separator of another tool.

#[derive(topics::Topic)]
#[topic("sport/tennis")]
pub struct Tennis;

#[derive(topics::Topic)]
#[topic("sport/<id>/score")]
pub struct Score {
    pub id: u8,
}

#[derive(topics::Topics)]
pub enum Bus {
    #[topic("sport/<id>")]
    Sport { id: u8 },
}

fn main() {}
