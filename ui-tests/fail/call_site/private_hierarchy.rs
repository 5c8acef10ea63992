// A private hierarchy, used from outside of its module.
mod inner {
    topics::topics! {
        enum BusTopic;

        system.log;
    }
}

fn main() {
    let _ = inner::BusTopic::parse("system.log");
}
