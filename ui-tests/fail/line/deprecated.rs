//! A deprecated line warns wherever its type is used, and nowhere else.
#![deny(deprecated)]

topics::topics! {
    pub enum BusTopic;

    #[deprecated = "subscribe to `system.health`"]
    #[was("old.<id>")]
    worker.<id>.health;
    system.health;
}

fn main() {
    let _ = WorkerHealth::new("w-1");
    let _ = BusTopic::parse("worker.w-1.health");
    let _ = SystemHealth;
    match BusTopic::parse("system.health") {
        Ok(BusTopic::WorkerHealth(WorkerHealth { id })) => println!("{id}"),
        _ => {}
    }
}
