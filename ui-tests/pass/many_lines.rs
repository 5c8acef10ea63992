//! Long topics, and placeholders of every kind in one line.
topics::topics! {
    pub enum BusTopic;

    a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q.r.s.t.u.v.w.x.y.z as Alphabet;
    <tenant>.<region: eu | us>.<shard: u16>.<on: bool>.x.<rest..> as Mixed => (u8, u16);
    <only..> as Anything;
}

fn main() {
    let topic = Mixed::new("acme", MixedRegion::Eu, 7, true, "a.b").unwrap();
    assert_eq!(topic.to_string(), "acme.eu.7.true.x.a.b");
    assert_eq!(BusTopic::parse("acme.eu.7.true.x.a.b"), Ok(topic.into()));
    let other = BusTopic::parse("acme.eu.7.maybe.x.a.b").unwrap();
    assert!(matches!(other, BusTopic::Anything(_)));
}
