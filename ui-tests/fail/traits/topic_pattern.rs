// What is given for a pattern: text, a pattern without topics, a result, a topic.
use topics::{Pattern, Root, TopicPattern};

topics::topics! {
    pub enum BusTopic;

    order.<id>.paid => u64;
    system.log;
}

fn subscribe(pattern: impl TopicPattern) {
    println!("{pattern}");
}

fn main() {
    subscribe("order.*.paid");
    subscribe(Pattern::from_static("order.*.paid"));
    subscribe(OrderPaid::pattern().id("7"));
    subscribe(SystemLog);
    let root = Root::none();
    let _ = root.pattern(&"order.*.paid");
    let _ = root.pattern(&OrderPaid::pattern().id("7"));
}
