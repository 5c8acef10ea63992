// What looks ambiguous and is not: a declared template settles every topic that two others share.
topics::topics! {
    pub enum Bus;

    a.<x>.c as Left;
    a.b.<y> as Right;
    a.b.c as Settler;

    // Together they settle what the first two share: `m.t.x.on` and `m.t.x.off`.
    m.<id>.x.<state: on | off> as ById;
    m.t.<part>.<value> as ByPart;
    m.t.x.on as TurnedOn;
    m.t.x.off as TurnedOff;

    // A tail, and what it does not cover.
    log.<rest..>;
    log.<level: info | warn>.<worker> as LogLine;

    // Values in common with none.
    n.<x: b | c> as First;
    n.<y: d | e> as Second;
    n.<z> as Other;
}

fn main() {
    for (text, template) in [
        ("a.z.c", Left::TEMPLATE),
        ("a.b.z", Right::TEMPLATE),
        ("a.b.c", Settler::TEMPLATE),
        ("m.t.x.on", TurnedOn::TEMPLATE),
        ("m.u.x.on", ById::TEMPLATE),
        ("m.t.y.on", ByPart::TEMPLATE),
        ("log.info.mutator", LogLine::TEMPLATE),
        ("log.info", Log::TEMPLATE),
        ("log.error.mutator", Log::TEMPLATE),
        ("n.c", First::TEMPLATE),
        ("n.e", Second::TEMPLATE),
        ("n.f", Other::TEMPLATE),
    ] {
        assert_eq!(Bus::parse(text).unwrap().template(), template, "{text}");
    }
}
