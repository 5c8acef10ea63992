//! Of templates that overlap, the more specific one is parsed, wherever it stands.
topics::topics! {
    pub enum BusTopic;

    all.<rest..> as All;
    all.<a>.<b> as Two;
    all.<a>.<b: x | y> as Closed;
    all.system.health as Health;
    all.<a>.health as AnyHealth;
    all.<a>.<b>.<more..> as ThreeOrMore;
    <first>.<rest..> as Everything;
}

fn main() {
    let parsed = |text| BusTopic::parse(text).unwrap().template().to_string();
    assert_eq!(parsed("all.system.health"), "all.system.health");
    assert_eq!(parsed("all.worker.health"), "all.<a>.health");
    assert_eq!(parsed("all.worker.x"), "all.<a>.<b: x | y>");
    assert_eq!(parsed("all.worker.z"), "all.<a>.<b>");
    assert_eq!(parsed("all.worker"), "all.<rest..>");
    assert_eq!(parsed("all.a.b.c.d"), "all.<a>.<b>.<more..>");
    assert_eq!(parsed("none.a"), "<first>.<rest..>");
}
