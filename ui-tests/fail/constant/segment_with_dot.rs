// A constant segment of two.
use topics::Segment;

const WORKER: Segment<'static> = Segment::from_static("bus.health");

fn main() {
    println!("{WORKER}");
}
