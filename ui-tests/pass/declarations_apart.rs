//! Declarations with names in common, of which no two are in the same module.

#![allow(unused)]

topics::topics! { pub enum Bus; system.log; }

mod first {
    topics::topics! { pub enum Bus; system.log; }
}

mod second {
    topics::topics! { pub enum Bus; system.log; }

    #[cfg(all())]
    topics::topics! { pub enum Ops; system.bus; }
    #[cfg(any())]
    topics::topics! { pub enum Ops; system.bus; }
}

mod under_conditions {
    topics::topics! {
        #[cfg(all())]
        pub enum Bus;
        system.log;
    }
    topics::topics! {
        #[cfg(any())]
        pub enum Bus;
        system.log;
    }

    topics::topics! {
        pub enum Ops;
        #[cfg(all())]
        system.bus;
    }
    topics::topics! {
        pub enum Other;
        #[cfg(any())]
        system.bus;
    }
}

macro_rules! declare {
    ($module:ident $name:ident) => {
        mod $module {
            topics::topics! { pub enum $name; system.log; }
        }
    };
}

declare!(third Bus);
declare!(fourth Bus);

macro_rules! place {
    ($module:ident { $($items:tt)* }) => {
        mod $module { $($items)* }
    };
}

place!(fifth { topics::topics! { pub enum Bus; system.log; } });
place!(sixth { topics::topics! { pub enum Bus; system.log; } });

fn one() {
    topics::topics! { pub enum Bus; system.log; }
    {
        topics::topics! { pub enum Bus; system.log; }
    }
}

fn two() {
    topics::topics! { pub enum Bus; system.log; }
}

fn main() {
    let _ = (Bus::parse("system.log"), first::SystemLog::new(), third::SystemLog::new());
}
