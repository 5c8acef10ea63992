//! A macro that writes the declaration, of parts that it was given.
macro_rules! hierarchy {
    ($(#[$attribute:meta])* $vis:vis $name:ident, $root:ident, $ty:ty, $text:literal, $payload:ty) => {
        topics::topics! {
            $(#[$attribute])*
            $vis enum $name;

            $root.<id: $ty>.$text as Given => $payload;
            $root.<id>.state;
            $root.of.kind.<kind: $root | $text> as DeckyKind;
            $root {
                log;
            }
        }
    };
    ($($tokens:tt)*) => {
        topics::topics! { $($tokens)* }
    };
}

mod given {
    hierarchy!(
        /// A hierarchy.
        #[allow(clippy::large_enum_variant)]
        pub(crate) Topics, decky, std::num::NonZero<u32>, "half-open", Vec<Option<u8>>
    );
}

mod forwarded {
    hierarchy! {
        pub enum Topics;

        topology.<id>.mutation.<state: applied | failed>;
        decky.<id> { state; my-2nd.10.0.0.1; }
    }
}

macro_rules! lines {
    ($name:ident: $($line:ident),*) => {
        topics::topics! { pub enum $name; $($line.<id>.changed;)* }
    };
}

lines!(Changes: user, group);

fn main() {
    let id = 7.try_into().unwrap();
    assert_eq!(given::Given::new(id).to_string(), "decky.7.half-open");
    assert_eq!(given::DeckyKind::new(given::DeckyKindKind::HalfOpen).to_string(), "decky.of.kind.half-open");
    assert!(given::Topics::parse("decky.log").is_ok());
    assert!(forwarded::Topics::parse("decky.web-01.my-2nd.10.0.0.1").is_ok());
    assert_eq!(GroupChanged::new("admins").unwrap().to_string(), "group.admins.changed");
    assert!(Changes::parse("user.7.changed").is_ok());
}
