// A constant pattern that goes on after `>`.
use topics::Pattern;

const WORKER: Pattern<'static> = Pattern::from_static("system.>.health");

fn main() {
    println!("{WORKER}");
}
