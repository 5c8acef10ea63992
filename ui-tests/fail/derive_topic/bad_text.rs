#[derive(topics::Topic)]
#[topic("system.*.>")]
pub struct Wildcards;

#[derive(topics::Topic)]
#[topic("system..log")]
pub struct Empty;

#[derive(topics::Topic)]
#[topic("")]
pub struct Nothing;

#[derive(topics::Topic)]
#[topic("system log.it's here.\u{fffd}")]
pub struct Spaces;

#[derive(topics::Topic)]
#[topic("system.{worker}.:part.<id")]
pub struct Foreign;

#[derive(topics::Topic)]
#[topic("system.<id>.<id>")]
pub struct Twice {
    pub id: u8,
}

#[derive(topics::Topic)]
#[topic("system.<id> as Name")]
pub struct Named {
    pub id: u8,
}

#[derive(topics::Topic)]
#[topic("a.b<id>.foo*.<1e>.<it's>.<my-id>.<..rest>.<self>.<r#type>.<rest...>.<_>.<é>.<²>")]
pub struct Names;

fn main() {}
