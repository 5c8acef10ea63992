// A constant topic with an empty segment.
use topics::TopicName;

const WORKER: TopicName<'static> = TopicName::from_static("system..health");

fn main() {
    println!("{WORKER}");
}
