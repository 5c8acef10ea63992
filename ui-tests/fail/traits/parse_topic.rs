// What is named as the type to read: a result, text, a type of one's own.
use topics::{BuildError, ParseTopic, Root};

topics::topics! {
    pub enum BusTopic;

    order.<id>.paid => u64;
    system.log;
}

struct Refund;

fn receive<T: ParseTopic>(subject: &str) -> bool {
    T::parse_from(subject).is_ok()
}

fn main() {
    receive::<Result<OrderPaid<'_>, BuildError>>("order.7.paid");
    receive::<String>("order.7.paid");
    let _ = Root::none().parse::<Refund>("order.7.refund");
}
