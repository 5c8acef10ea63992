// What is given where a topic with a payload, or with a reply, is taken.
use topics::{HasPayload, HasReply};

topics::topics! {
    pub enum BusTopic;

    order.<id>.paid => u64;
    system.log;
}

fn publish<T: HasPayload>(_: &T) {}

fn request<T: HasReply>(_: &T) {}

fn main() -> Result<(), topics::BuildError> {
    publish(&OrderPaid::new("7"));
    publish(&SystemLog);
    publish(&BusTopic::SystemLog(SystemLog));
    publish(&"order.7.paid");
    request(&OrderPaid::new("7")?);
    Ok(())
}
