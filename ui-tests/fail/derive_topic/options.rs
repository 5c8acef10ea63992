#[derive(topics::Topic)]
#[topic("system.log", paylod = u8, payload = 7 + 8)]
pub struct Misspelt;

#[derive(topics::Topic)]
#[topic("system.bus", payload = u8, payload = Vec<(u8, u8)>)]
pub struct Twice;

#[derive(topics::Topic)]
#[topic("system.ping", reply = u8)]
pub struct OfNothing;

#[derive(topics::Topic)]
#[topic("system.<id>")]
pub struct OnField {
    #[topic("id")]
    pub id: u8,
}

fn main() {}
