topics::topics! {
    system.log;
    #[was("system.log")]
    system.logs;
    #[was("system.<worker>")]
    worker.<worker>;
    #[was("system.<id>")]
    id.<id>;
}

fn main() {
    // What is refused is the former name, and not the topic.
    assert_eq!(SystemLogs.to_string(), "system.logs");
}
