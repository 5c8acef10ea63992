//! The former path of a group is at fault once, however many lines there are.

topics::topics! {
    pub enum BusTopic;

    #[was("dky")]
    decky.<id> {
        state;
        traffic;
    }
    #[was("hst.<name>.<id>")]
    host.<id> {
        state;
        traffic;
    }
    #[was("unt.<id>.<of..>")]
    unit.<id>.<of> {
        state;
        traffic;
    }
    #[was("part.<id>")]
    #[was("pt.<id>")]
    #[was("pt.<id>")]
    part.<id> {
        state;
        traffic;
    }
    #[was("old shop")]
    shop {
        #[was("shop")]
        till {
            open;
        }
        close;
    }
    #[was("car")]
    vehicle {
        #[was("car.stop")]
        stop;
        #[was("lorry")]
        truck {
            stop;
        }
    }
    lorry.stop;
}

fn main() {
    assert!(BusTopic::parse("decky.web.state").is_ok());
    assert!(BusTopic::parse("shop.till.open").is_ok());
}
