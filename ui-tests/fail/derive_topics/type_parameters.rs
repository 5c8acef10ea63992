#[derive(topics::Topics)]
pub enum BusTopic<T, const N: usize> {
    #[topic("a.<id>")]
    A { id: T },
}

fn main() {}
