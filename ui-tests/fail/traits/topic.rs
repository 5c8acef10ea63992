// What is given for a topic: a result, text, a name, a type of one's own.
use topics::{Topic, TopicName};

topics::topics! {
    pub enum BusTopic;

    order.<id>.paid => u64;
    system.log;
}

struct Refund;

fn publish(topic: &impl Topic) {
    println!("{}", topic.name());
}

fn main() {
    publish(&OrderPaid::new("7"));
    publish(&"order.7.paid");
    publish(&TopicName::from_static("order.7.paid"));
    publish(&Refund);
    let all: [&dyn Topic; 2] = [&SystemLog, &OrderPaid::new("7")];
    let _ = (all, topics::Root::none().name(&Refund));
}
