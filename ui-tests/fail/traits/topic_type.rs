// What is given where the struct of one line is taken.
use topics::TopicType;

topics::topics! {
    pub enum BusTopic;

    order.<id>.paid => u64;
    system.log;
}

struct Refund;

fn template<T: TopicType>(_: &T) -> String {
    T::TEMPLATE.to_string()
}

fn main() {
    template(&OrderPaid::new("7"));
    template(&BusTopic::SystemLog(SystemLog));
    template(&Refund);
}
