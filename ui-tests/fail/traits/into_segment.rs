// What is given for text: a result, a value, an option.
use topics::Segment;

topics::topics! {
    order.<id>.paid;
    file.<path..>;
}

struct OrderId(u64);

fn main() {
    let _ = OrderPaid::new(Segment::new("7"));
    let _ = OrderPaid::new(OrderId(7));
    let _ = OrderPaid::new(Some("7"));
    let _ = OrderPaid::pattern().id(7);
    let _ = File::new(["a", "b"]);
}
