// A constant segment with a space in it.
use topics::Segment;

const WORKER: Segment<'static> = Segment::from_static("bus health");

fn main() {
    println!("{WORKER}");
}
