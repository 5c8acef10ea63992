#![allow(unused_parens)]

topics::topics! {
    a.<x: ((((((((((((((((((((((((((((((((((((((((u8))))))))))))))))))))))))))))))))))))))))>;
    b => ((((((((((((((((((((((((((((((((((((((((u8))))))))))))))))))))))))))))))))))))))));
    #[cfg(not(not(not(not(not(not(not(not(not(not(not(not(not(not(not(not(not(not(not(not(not(not(not(not(not(not(not(not(not(not(not(not(not(not(not(not(unix)))))))))))))))))))))))))))))))))))))]
    c;
    d;
}

#[derive(topics::Topic)]
#[topic("e.<x>")]
struct E {
    x: ((((((((((((((((((((((((((((((((((((((((u8)))))))))))))))))))))))))))))))))))))))),
}

fn main() {
    let _ = D;
}
