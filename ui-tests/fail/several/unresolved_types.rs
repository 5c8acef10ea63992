//! Types that are not there are reported in one go with the other faults.

topics::topics! {
    pub enum Bus;

    system.log => Missing;
    system.*;
    system.<worker: Absent>.health;
    system.ping => u8 -> Nothing;
}

fn main() {}
