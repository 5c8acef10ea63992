//! Which words of a type what is generated would hide.

use super::lone_words;

fn words(of: &str) -> Vec<String> {
    let words = lone_words(of.parse().expect("tokens"));
    words.iter().map(ToString::to_string).collect()
}

#[test]
fn a_word_is_hidden_wherever_it_is_a_path_by_itself() {
    assert_eq!(words("Item"), ["Item"]);
    assert_eq!(words("Vec<[Option<Item>; 2]>"), ["Vec", "Option", "Item"]);
    assert_eq!(words("(u8, &'static Item)"), ["u8", "Item"]);
}

#[test]
fn a_word_of_a_longer_path_is_not_hidden() {
    assert_eq!(words("types::Item"), [""; 0]);
    assert_eq!(words("Item::Of<Other>"), ["Other"]);
}

#[test]
fn what_names_no_type_is_not_hidden() {
    assert_eq!(
        words("Box<dyn Iterator<Item = u8>>"),
        ["Box", "dyn", "Iterator", "u8"]
    );
    assert_eq!(words("Item!(u8)"), ["u8"]);
    assert_eq!(words("&'Item u8"), ["u8"]);
}
