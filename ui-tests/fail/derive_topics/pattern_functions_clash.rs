use topics::Segment;

#[derive(topics::Topics)]
#[allow(non_camel_case_types)]
pub enum BusTopic<'a> {
    #[topic("session.<id>.opened")]
    SessionOpened { id: Segment<'a> },
    #[topic("session.opened")]
    Session_Opened,
    #[topic("session.<id>.closed")]
    SessionClosed { id: Segment<'a> },
}

fn main() {
    let _ = BusTopic::session_closed_pattern();
}
