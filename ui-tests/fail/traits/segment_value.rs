// What is asked of the type of a placeholder, where a program asks for it.
use topics::SegmentValue;

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Region;

fn show(value: &impl SegmentValue) {
    println!("{}", value.to_segment());
}

fn main() {
    show(&Region);
    show(&String::from("eu"));
    show(&1.5);
}
