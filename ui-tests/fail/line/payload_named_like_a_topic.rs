// A payload whose name the declaration gives to a type of its own, which would silently take its place.
mod payload {
    pub struct ParcelMoved {
        pub from: u32,
    }
    pub struct Heartbeat;
}

mod bus {
    use crate::payload::*;

    topics::topics! {
        parcel.<id>.moved => ParcelMoved;
        system.log => Heartbeat;
    }
}

fn main() {
    let _ = bus::ParcelMoved::new("p-1").unwrap().id;
    let _ = bus::SystemLog::new();
}
