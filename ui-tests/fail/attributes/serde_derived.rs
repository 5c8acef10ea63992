// Traits that the feature `serde` implements.
topics::topics! {
    #[derive(serde::Serialize)]
    pub enum BusTopic;

    #[derive(Serialize, Deserialize)]
    topology.<id>.status;
    system.log;
}

fn main() {
    let _ = SystemLog::new();
}
