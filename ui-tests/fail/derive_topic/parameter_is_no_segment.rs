#[derive(topics::Topic)]
#[topic("a.<value>")]
pub struct Generic<T> {
    pub value: T,
}

fn main() {
    let _ = Generic::new(1.5);
}
