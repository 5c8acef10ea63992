//! Attributes in a placeholder.

topics::topics! {
    pub enum Bus;

    order.<#[derive(Ord, Default, Clone)] state: paid | lost>;
    decky.<#[cfg(unix)] state: up | #[first] down>;
    worker.<#[doc = "Its name."] id>.status;
    device.<state: on #[doc = "off"] | off>.power;
    parts.<#[derive(Eq)] kind: wheel | door> {
        ordered;
        built;
    }
    system.log;
}

fn main() {
    let _ = (SystemLog::new(), PartsOrderedKind::Door);
}
