// Lines of which only one can exist do not fight.
topics::topics! {
    pub enum Bus;

    #[cfg(unix)]
    a.<x>.c as Left;
    #[cfg(not(unix))]
    a.b.<y> as Right;
}

fn main() {
    assert_eq!(Bus::TEMPLATES.len(), 1);
}
