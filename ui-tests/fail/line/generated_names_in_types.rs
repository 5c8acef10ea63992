//! A type is named that this declaration generates, and that a type of the user's is hidden by.

mod types {
    pub struct Heartbeat;

    #[derive(Clone, Debug, PartialEq, Eq, Hash, topics::SegmentValue)]
    pub enum Region {
        Eu,
    }
}

#[allow(unused_imports)]
use types::*;

pub struct OrderPaid;

topics::topics! {
    pub enum Bus;

    heartbeat => Vec<Heartbeat>;
    beat => fn(&'static [Heartbeat]) -> Option<Bus>;
    region.<region: Region>;
    of.<region: Option<Region>> as Other;
    order.paid => OrderPaid;
    asked => types::Heartbeat -> (u8, Heartbeat);
    inferred.vector => Vec<_>;
    inferred.array => [_; 2];
    decky.<id>;
    seen => Vec<Decky>;
    right => types::Heartbeat;
    right.<region: types::Region>.too;
}

fn main() {
    fn publishes<T: topics::HasPayload<Payload = types::Heartbeat>>(_: T) {}
    publishes(Right::new());
    let _ = Heartbeat::new();
}
