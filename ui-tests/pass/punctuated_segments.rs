//! Hyphens and dollars are plain; anything else stands in quotes.
topics::topics! {
    pub enum BusTopic;

    $SYS.ACCOUNT.<account>.CONNECT;
    $JS.api-v2.$;
    "device/state"."a,b:c;d".<id>;
    "it's"."b#c"."1e";
    r"raw".r#"more"#;
    "type";
    "état"."日本" as Unicode;
    "🦀" as Crab;
    __reserved._;
}

fn main() {
    let topic = SysAccountConnect::new("acme").unwrap();
    assert_eq!(topic.to_string(), "$SYS.ACCOUNT.acme.CONNECT");
    assert_eq!(JsApiV2::new().to_string(), "$JS.api-v2.$");
    let topic = DeviceStateABCD::new("7").unwrap();
    assert_eq!(topic.to_string(), "device/state.a,b:c;d.7");
    assert_eq!(ItSBC1e::new().to_string(), "it's.b#c.1e");
    assert_eq!(RawMore::new().to_string(), "raw.more");
    assert_eq!(Type::new().to_string(), "type");
    assert_eq!(BusTopic::parse("🦀"), Ok(Crab::new().into()));
    assert_eq!(Unicode::new().to_string(), "état.日本");
    assert_eq!(Reserved::new().to_string(), "__reserved._");
}
