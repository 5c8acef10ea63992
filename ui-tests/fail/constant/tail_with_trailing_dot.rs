// A constant tail that ends with a dot.
use topics::Tail;

const WORKER: Tail<'static> = Tail::from_static("session.started.");

fn main() {
    println!("{WORKER}");
}
