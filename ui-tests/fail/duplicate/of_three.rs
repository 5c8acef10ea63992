//! A line is reported once, however many others match the same topics, and what is reported counts no more.

topics::topics! {
    pub enum BusTopic;

    decky.<id>;
    decky.<name> as ByName;
    decky.<key> as ByKey;

    #[cfg(target_os = "none")]
    system.signal;
    system.signal as Always;
    #[cfg(not(target_os = "none"))]
    system.signal as Otherwise;
}

fn main() {
    let _ = Otherwise::new();
}
