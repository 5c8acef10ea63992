//! What is more private than its topic is shown where it is named.
#![deny(private_interfaces)]

use topics::SegmentValue;

struct Heartbeat;

#[derive(SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
enum Region {
    Eu,
    Us,
}

topics::topics! {
    pub enum Bus;

    system.<worker>.health as WorkerHealth => Heartbeat;
    system.ping => u8 -> Vec<Heartbeat>;
    region.<region: Region>.size as Size;
}

#[derive(topics::Topic)]
#[topic("system.log", payload = Heartbeat)]
pub struct Log;

fn main() {}
