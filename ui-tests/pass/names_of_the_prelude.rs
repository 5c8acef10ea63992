//! Topics may be named as what generated code needs.
topics::topics! {
    pub enum BusTopic;

    option;
    some;
    none;
    result;
    ok.<text>;
    err.<rest..>;
    error;
    string;
    vec;
    clone;
    debug;
    default;
    segment.<id>;
    tail;
    template;
    topic;
    pattern;
    parse_error;
    hierarchy;
    of;
    payload;
    self.<out>.<split>.<f>.<state>.<refusals> as SelfWritten;
    outcome.<value: ok | err | error | none | self_made>;
}

fn main() {
    assert_eq!(Error::new().to_string(), "error");
    assert_eq!(Ok::new("x").unwrap().to_string(), "ok.x");
    assert_eq!(BusTopic::parse("of").unwrap(), BusTopic::Of(Of::new()));
    assert_eq!("err".parse::<OutcomeValue>().unwrap(), OutcomeValue::Err);
    let owned: std::result::Result<BusTopic<'static>, _> = "error".parse();
    assert_eq!(owned.unwrap(), BusTopic::Error(Error::new()));
}
