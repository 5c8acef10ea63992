// A constant pattern with a wildcard for a part of a segment.
use topics::Pattern;

const WORKER: Pattern<'static> = Pattern::from_static("system.mut*");

fn main() {
    println!("{WORKER}");
}
