//! Wildcards of other tools in patterns.

topics::topics! {
    pub enum Bus;
    sport.<id>.score;
    a.<rest..>;
}

fn main() {
    let id = "7";
    let _ = topics::pattern!("a.#");
    let _ = topics::pattern!("a/+/b");
    let _ = topics::pattern!(Bus, "sport.+.score");
    let _ = topics::pattern!(Bus, "sport.%s.score");
    let _ = topics::pattern!(Bus, "sport.:id.score");
    let _ = topics::pattern!(Bus, "sport.${id}.score");
    let _ = topics::segment!("+");
    let _ = topics::topic!(Bus, "a.$SYS.my-topic.a/b");
}

fn joined_by_slashes() {
    let _ = topics::topic!(Bus, "sport/7/score");
    let _ = topics::pattern!(Bus, "sport/7/score");
    let _ = topics::pattern!("sport/*/score");
}
