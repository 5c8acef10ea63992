//! Only variables are captured, by name and without a format.

use topics::pattern;

struct Service {
    id: String,
}

impl Service {
    fn subscribe(&self) {
        let _ = pattern!("topology.{self}.>");
        let _ = pattern!("topology.{self.id}.>");
    }
}

fn main() {
    let id = 7_u8;
    let _ = pattern!("topology.{}.>");
    let _ = pattern!("topology.{0}.>");
    let _ = pattern!("topology.{id:?}.>");
    let _ = pattern!("topology.{id + 1}.>");
    let _ = pattern!("{}.{0}.{_}");
    Service { id: id.to_string() }.subscribe();
}
