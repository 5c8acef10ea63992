use std::borrow::Cow;

#[derive(topics::Topic)]
#[topic("a.<id>.<name>.<other>")]
pub struct Text<'a> {
    pub id: &'a str,
    pub name: String,
    pub other: Cow<'a, str>,
}

pub struct Borrowing<'a>(&'a str);

#[derive(topics::Topic)]
#[topic("b.<id>")]
pub struct Borrowed<'a> {
    pub id: Borrowing<'a>,
}

fn main() {}
