//! Every visibility that Rust has.
mod outer {
    mod private {
        topics::topics! {
            enum Topics;

            a.<x>.<y: u8>.<z: p | q>;
            a.<rest..> as Rest;
        }

        pub(super) fn check() {
            assert_eq!(A::new("1", 2, AZ::P).unwrap().y, 2);
            assert_eq!(Rest::pattern().to_string(), "a.>");
            assert!(Topics::parse("a.1").is_ok());
        }
    }

    pub(crate) mod inner {
        topics::topics! {
            pub(in crate::outer) enum Topics;

            system.log;
        }

        topics::topics! {
            pub(crate) enum CrateTopics;

            system.<worker>.health;
        }

        topics::topics! {
            pub(super) enum SuperTopics;

            system.<worker: u8>.load;
        }

        topics::topics! {
            pub(self) enum SelfTopics;

            system.time;
        }

        pub(super) fn check() {
            assert!(SelfTopics::parse("system.time").is_ok());
        }
    }

    pub(crate) fn check() {
        private::check();
        inner::check();
        assert!(inner::Topics::parse("system.log").is_ok());
        assert_eq!(inner::SystemLoad::new(7).worker, 7);
    }
}

fn main() {
    outer::check();
    assert_eq!(outer::inner::SystemHealth::new("mutator").unwrap().worker, "mutator");
}
