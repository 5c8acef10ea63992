//! A lock is held in a function too; only its test is out of reach there, of which rustc warns.

fn main() {
    topics::topics! {
        #[lock = "pass/lock_in_function.lock"]
        enum BusTopic;

        system.log;
    }
    assert_eq!(BusTopic::TEMPLATES.len(), 1);
}
