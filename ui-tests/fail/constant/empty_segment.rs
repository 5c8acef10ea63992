// An empty constant segment.
use topics::Segment;

const WORKER: Segment<'static> = Segment::from_static("");

fn main() {
    println!("{WORKER}");
}
