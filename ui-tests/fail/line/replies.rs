//! A reply follows a payload, and is one type.

topics::topics! {
    without.payload -> u8;
    named.without.payload as Named -> u8;
    without.reply => u8 ->;
    of.two => u8 -> u8 -> u8;
    borrowed => u8 -> &str;
    inferred => u8 -> _;
    value => u8 -> 5;
    missing.semicolon => u8 -> Option<u8>
    on.a.group => u8 -> u8 {
        line;
    }
}

fn main() {}
