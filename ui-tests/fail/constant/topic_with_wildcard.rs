// A constant topic with a wildcard.
use topics::TopicName;

const WORKER: TopicName<'static> = TopicName::from_static("system.*.health");

fn main() {
    println!("{WORKER}");
}
