use topics::Segment;

#[derive(topics::Topics)]
pub enum BusTopic<'a> {
    #[topic("system.<worker>.health")]
    Tuple(Segment<'a>),
    Many(u8, u8),
    #[topic("system.log", payload = u8)]
    Payload,
    #[topic("system.bus", crate = topics)]
    Crate,
    #[topic("system.<id>.state")]
    Field {
        #[topic("id")]
        name: Segment<'a>,
    },
}

fn main() {}
