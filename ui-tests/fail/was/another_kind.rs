topics::topics! {
    #[was("old.<id: u8>.plain")]
    plain.<id>;
    #[was("old.<shard: u32>.typed")]
    typed.<shard: u16>;
    #[was("old.<state: on>")]
    #[was("older.<state: on | off | standby>")]
    closed.<state: on | off>;
    #[was("old.<rest>")]
    tail.<rest..>;
    #[was("one.<id..>")]
    one.<id>;
    // Whatever a lock says of these placeholders is what the line says.
    #[was("right.<state: off | on>.<shard: u16>.<rest..>")]
    new.<shard: u16>.<state: on | off>.<rest..>;
}

fn main() {}
