//! Renaming a whole group on purpose: `#[was("…")]` before it.

use topics::{Hierarchy, ParseError};

topics::topics! {
    /// Groups in groups, and lines that were renamed besides.
    pub enum BusTopic;

    #[was("dky.<id>")]
    #[was("host.<id>.decky")]
    decky.<id> {
        state;
        #[was("dky.net.<direction>.<id>")]
        traffic.<direction: in | out>;
        #[was("part.<number>.<id>")]
        shard.<number: u16> {
            log.<path..>;
        }
    }
    #[was("top.<kind>.<of: a | b>")]
    bus.<of: a | b>.<kind> {
        #[was("old.seen.<kind>.<of>")]
        seen;
    }
}

fn former(templates: &[topics::Template<'static>]) -> Vec<String> {
    templates.iter().map(ToString::to_string).collect()
}

#[test]
fn each_line_was_under_each_former_path_of_the_groups_around_it() {
    assert_eq!(
        former(DeckyState::FORMER),
        ["dky.<id>.state", "host.<id>.decky.state"]
    );
    assert_eq!(
        former(DeckyTraffic::FORMER),
        [
            "dky.<id>.traffic.<direction: in | out>",
            "host.<id>.decky.traffic.<direction: in | out>",
            "dky.net.<direction: in | out>.<id>",
        ]
    );
    assert_eq!(
        former(DeckyShardLog::FORMER),
        [
            "dky.<id>.shard.<number: u16>.log.<path..>",
            "host.<id>.decky.shard.<number: u16>.log.<path..>",
            "part.<number: u16>.<id>.log.<path..>",
        ]
    );
    assert_eq!(
        former(BusSeen::FORMER),
        ["top.<kind>.<of: a | b>.seen", "old.seen.<kind>.<of: a | b>"]
    );
    let of_lines = [
        DeckyState::FORMER,
        DeckyTraffic::FORMER,
        DeckyShardLog::FORMER,
        BusSeen::FORMER,
    ];
    assert_eq!(BusTopic::FORMER, of_lines.concat());
}

#[test]
fn a_former_name_is_the_same_topic() -> Result<(), ParseError> {
    for (former, present) in [
        ("dky.web.state", "decky.web.state"),
        ("host.web.decky.state", "decky.web.state"),
        ("dky.net.in.web", "decky.web.traffic.in"),
        ("dky.web.traffic.out", "decky.web.traffic.out"),
        ("part.7.web.log.a.b", "decky.web.shard.7.log.a.b"),
        ("top.k.a.seen", "bus.a.k.seen"),
        ("old.seen.k.b", "bus.b.k.seen"),
    ] {
        let topic = BusTopic::parse(former)?;
        assert_eq!(topic.to_string(), present);
        assert!(topic.former_names().contains(&former.parse().unwrap()));
    }
    assert!(BusTopic::parse("part.x.web.log.a").is_err());
    assert!(BusTopic::parse("top.k.c.seen").is_err());
    Ok(())
}

#[test]
fn a_subscriber_takes_all_names() {
    let patterns = DeckyTraffic::pattern().direction(DeckyTrafficDirection::In);
    let patterns = patterns.id("web").unwrap().to_patterns();
    assert_eq!(
        patterns,
        [
            "decky.web.traffic.in",
            "dky.web.traffic.in",
            "host.web.decky.traffic.in",
            "dky.net.in.web",
        ]
    );
    assert_eq!(
        BusTopic::missed_by(&patterns).count(),
        BusTopic::TEMPLATES.len() + BusTopic::FORMER.len()
    );
}
