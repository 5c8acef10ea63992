//! Types that are one segment: what each of them writes, and that it reads nothing else.

use std::fmt::Debug;
use std::num::NonZero;

use proptest::prelude::*;
use topics::{Segment, SegmentValue, Texts, ValueError};
use uuid::Uuid;

fn segment(text: &str) -> Segment<'_> {
    Segment::new(text).expect("a segment")
}

fn read<T: SegmentValue>(text: &str) -> Result<T, ValueError> {
    T::from_segment(segment(text))
}

fn message<T: SegmentValue>(text: &str) -> String {
    match read::<T>(text) {
        Ok(value) => panic!("`{text}` is {value:?}"),
        Err(error) => error.to_string(),
    }
}

/// A value is written as this text, and read from it.
#[track_caller]
fn is_written<T: SegmentValue>(value: &T, text: &str) {
    assert_eq!(value.to_segment(), text);
    assert_eq!(read::<T>(text).as_ref(), Ok(value));
}

// ---- integers

macro_rules! integers {
    ($($test:ident: $integer:ident, $least:literal, $most:literal;)*) => {$(
        mod $test {
            use super::*;

            const NOT_AN_INTEGER: &str = concat!("expected `<", stringify!($integer), ">`");
            const NOT_NON_ZERO: &str = concat!("expected `<nonzero ", stringify!($integer), ">`");

            #[test]
            fn the_least_and_the_most_are_their_digits() {
                is_written(&$integer::MIN, $least);
                is_written(&$integer::MAX, $most);
                is_written(&NonZero::<$integer>::MAX, $most);
            }

            #[test]
            fn small_numbers_are_their_digits() {
                is_written::<$integer>(&0, "0");
                is_written::<$integer>(&1, "1");
                is_written::<$integer>(&10, "10");
                is_written::<$integer>(&100, "100");
            }

            #[test]
            fn one_past_the_end_is_refused() {
                // By a digit, and by one.
                let refusal = concat!("out of the range of `", stringify!($integer), "`");
                assert_eq!(message::<$integer>(concat!($most, "0")), refusal);
                let most = $integer::MAX.to_string();
                let (rest, last) = most.split_at(most.len() - 1);
                let past = last.parse::<u8>().expect("a digit") + 1;
                assert_eq!(message::<$integer>(&format!("{rest}{past}")), refusal);
                assert_eq!(message::<NonZero<$integer>>(&format!("{rest}{past}")), refusal);
            }

            #[test]
            fn other_ways_to_write_a_number_are_refused() {
                let refusal =
                    "integers are written without `+`, without leading zeros and without `-0`";
                for (text, is_zero) in
                    [("+7", false), ("+07", false), ("007", false), ("+0", true), ("00", true)]
                {
                    assert_eq!(message::<$integer>(text), refusal);
                    let refusal = if is_zero { NOT_NON_ZERO } else { refusal };
                    assert_eq!(message::<NonZero<$integer>>(text), refusal);
                }
                for text in ["-007", "-00"] {
                    let is_signed = $integer::MIN != 0;
                    let refusal = if is_signed { refusal } else { NOT_AN_INTEGER };
                    assert_eq!(message::<$integer>(text), refusal);
                }
                let large = "+99999999999999999999999999999999999999999";
                assert!(message::<$integer>(large).starts_with("out of the range"));
                for text in [
                    "--7", "+-7", "-", "+", "7_0", "0x7", "7e0", "7,0", "1u8", "٧", "７", "x", "7-",
                    "seven", "-x", "+x",
                ] {
                    assert_eq!(message::<$integer>(text), NOT_AN_INTEGER, "{text}");
                    assert_eq!(message::<NonZero<$integer>>(text), NOT_NON_ZERO, "{text}");
                }
            }

            #[test]
            fn zero_is_no_non_zero() {
                assert_eq!(message::<NonZero<$integer>>("0"), NOT_NON_ZERO);
            }

            proptest! {
                #[test]
                fn what_is_written_is_read(value: $integer) {
                    is_written(&value, &value.to_string());
                    if let Some(value) = NonZero::new(value) {
                        is_written(&value, &value.to_string());
                    }
                }

                #[test]
                fn what_is_read_is_written(text in "[+-]?[0-9]{1,4}") {
                    if let Ok(value) = read::<$integer>(&text) {
                        prop_assert_eq!(value.to_segment(), text);
                    }
                }
            }
        }
    )*};
}

integers! {
    u8_values: u8, "0", "255";
    u16_values: u16, "0", "65535";
    u32_values: u32, "0", "4294967295";
    u64_values: u64, "0", "18446744073709551615";
    u128_values: u128, "0", "340282366920938463463374607431768211455";
    i8_values: i8, "-128", "127";
    i16_values: i16, "-32768", "32767";
    i32_values: i32, "-2147483648", "2147483647";
    i64_values: i64, "-9223372036854775808", "9223372036854775807";
    i128_values: i128,
        "-170141183460469231731687303715884105728", "170141183460469231731687303715884105727";
}

#[test]
fn every_byte_is_read_from_one_text_only() {
    // All texts of up to four characters out of those that numbers are written with.
    let mut texts = vec![String::new()];
    let mut read_texts = 0;
    for _ in 0..4 {
        texts = texts
            .iter()
            .flat_map(|text| "+-0123456789".chars().map(move |c| format!("{text}{c}")))
            .collect();
        read_texts += texts.iter().filter(|text| read::<u8>(text).is_ok()).count();
    }
    assert_eq!(read_texts, 256);
}

#[test]
fn pointer_sized_integers_are_their_digits() {
    is_written(&usize::MAX, &usize::MAX.to_string());
    is_written(&isize::MIN, &isize::MIN.to_string());
    is_written(&isize::MAX, &isize::MAX.to_string());
    is_written(&NonZero::<isize>::MIN, &isize::MIN.to_string());
    assert_eq!(message::<usize>("-1"), "expected `<usize>`");
    assert_eq!(
        message::<isize>("-0"),
        "integers are written without `+`, without leading zeros and without `-0`"
    );
    assert_eq!(message::<isize>("x"), "expected `<isize>`");
    assert_eq!(message::<NonZero<usize>>("0"), "expected `<nonzero usize>`");
    assert_eq!(
        message::<NonZero<isize>>("-0"),
        "expected `<nonzero isize>`"
    );
}

#[test]
fn unsigned_integers_are_not_negative() {
    assert_eq!(message::<u8>("-1"), "expected `<u8>`");
    assert_eq!(message::<u8>("-0"), "expected `<u8>`");
    assert_eq!(message::<u128>("-1"), "expected `<u128>`");
    assert_eq!(message::<NonZero<u32>>("-1"), "expected `<nonzero u32>`");
    assert_eq!(message::<i8>("-129"), "out of the range of `i8`");
}

#[test]
fn negative_non_zero_integers_are_their_digits() {
    is_written(&NonZero::<i8>::MIN, "-128");
    is_written(&NonZero::new(-7_i64).expect("not zero"), "-7");
}

// ---- booleans and text

#[test]
fn a_boolean_is_true_or_false() {
    is_written(&true, "true");
    is_written(&false, "false");
}

#[test]
fn nothing_else_is_a_boolean() {
    for text in ["True", "TRUE", "1", "0", "yes", "t", "truefalse"] {
        assert_eq!(message::<bool>(text), "expected `true` or `false`");
    }
}

#[test]
fn a_segment_is_itself() {
    let value: Segment<'static> = Segment::from_static("日本-7");
    is_written(&value, "日本-7");
}

#[test]
fn a_segment_that_was_read_is_free_of_the_text() {
    let value = {
        let text = String::from("t-17");
        read::<Segment<'static>>(&text).expect("a value")
    };
    assert_eq!(value, "t-17");
}

// ---- UUIDs

const ID: Uuid = Uuid::from_u128(0x67e5_5044_10b1_426f_9247_bb68_0e5f_e0c8);

#[test]
fn a_uuid_is_hyphenated_and_in_lower_case() {
    is_written(&ID, "67e55044-10b1-426f-9247-bb680e5fe0c8");
    is_written(&Uuid::nil(), "00000000-0000-0000-0000-000000000000");
    is_written(&Uuid::max(), "ffffffff-ffff-ffff-ffff-ffffffffffff");
}

#[test]
fn other_ways_to_write_a_uuid_are_refused() {
    for text in [
        "67E55044-10B1-426F-9247-BB680E5FE0C8",
        "67e55044-10b1-426f-9247-bb680e5fe0c8"
            .to_uppercase()
            .as_str(),
        "67e55044-10b1-426f-9247-bb680e5fe0C8",
        "67e5504410b1426f9247bb680e5fe0c8",
        "urn:uuid:67e55044-10b1-426f-9247-bb680e5fe0c8",
        "{67e55044-10b1-426f-9247-bb680e5fe0c8}",
    ] {
        assert_eq!(
            message::<Uuid>(text),
            "a UUID is written with hyphens and in lower case",
            "{text}"
        );
    }
}

#[test]
fn what_is_no_uuid_is_refused_as_such() {
    for text in [
        "x",
        "67e55044",
        "67e55044-10b1-426f-9247-bb680e5fe0c",
        "67e55044-10b1-426f-9247-bb680e5fe0c8-",
        "67e55044-10b1-426f-9247-bb680e5fe0cg",
        "67e55044_10b1_426f_9247_bb680e5fe0c8",
        "67e5504-410b1-426f-9247-bb680e5fe0c8",
    ] {
        assert_eq!(message::<Uuid>(text), "expected `<uuid>`", "{text}");
    }
}

proptest! {
    #[test]
    fn every_uuid_is_read_as_it_is_written(bits: u128) {
        let id = Uuid::from_u128(bits);
        is_written(&id, &id.hyphenated().to_string());
        for other in [id.simple().to_string(), id.urn().to_string(), id.braced().to_string()] {
            prop_assert!(read::<Uuid>(&other).is_err());
        }
    }
}

// ---- derived for enums

/// Declares an enum whose variants are renamed by a rule, and how they are written.
macro_rules! renamed {
    ($($test:ident: $rule:literal, $one:literal, $two:literal, $three:literal;)*) => {$(
        #[test]
        fn $test() {
            #[derive(SegmentValue, Clone, Copy, Debug, PartialEq, Eq, Hash)]
            #[segment(rename_all = $rule)]
            enum Renamed {
                Plain,
                VeryTasty,
                HTTPServer2,
            }

            is_written(&Renamed::Plain, $one);
            is_written(&Renamed::VeryTasty, $two);
            is_written(&Renamed::HTTPServer2, $three);
            for text in ["Plain", "PLAIN", "plain"].iter().filter(|text| **text != $one) {
                assert_eq!(
                    message::<Renamed>(text),
                    concat!("expected `", $one, "`, `", $two, "` or `", $three, "`")
                );
            }
        }
    )*};
}

renamed! {
    variants_in_lowercase: "lowercase", "plain", "verytasty", "httpserver2";
    variants_in_uppercase: "UPPERCASE", "PLAIN", "VERYTASTY", "HTTPSERVER2";
    variants_in_pascal_case: "PascalCase", "Plain", "VeryTasty", "HTTPServer2";
    variants_in_camel_case: "camelCase", "plain", "veryTasty", "hTTPServer2";
    variants_in_snake_case: "snake_case", "plain", "very_tasty", "h_t_t_p_server2";
    variants_in_screaming_snake_case:
        "SCREAMING_SNAKE_CASE", "PLAIN", "VERY_TASTY", "H_T_T_P_SERVER2";
    variants_in_kebab_case: "kebab-case", "plain", "very-tasty", "h-t-t-p-server2";
    variants_in_screaming_kebab_case:
        "SCREAMING-KEBAB-CASE", "PLAIN", "VERY-TASTY", "H-T-T-P-SERVER2";
}

#[test]
fn a_variant_without_a_rule_is_its_name() {
    #[derive(SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
    enum Plain {
        One,
        TwoWords,
    }

    is_written(&Plain::One, "One");
    is_written(&Plain::TwoWords, "TwoWords");
    assert_eq!(message::<Plain>("one"), "expected `One` or `TwoWords`");
}

#[test]
fn a_name_of_its_own_goes_before_the_rule() {
    #[derive(SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
    #[segment(rename_all = "snake_case")]
    enum Region {
        EuWest,
        #[segment(rename = "US/1")]
        UnitedStates,
    }

    is_written(&Region::EuWest, "eu_west");
    is_written(&Region::UnitedStates, "US/1");
    assert_eq!(
        message::<Region>("united_states"),
        "expected `eu_west` or `US/1`"
    );
}

#[test]
fn a_raw_identifier_is_its_word() {
    #[derive(SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
    #[allow(non_camel_case_types)]
    enum Keyword {
        r#type,
        r#match,
        Other,
    }

    is_written(&Keyword::r#type, "type");
    is_written(&Keyword::r#match, "match");
    is_written(&Keyword::Other, "Other");
}

#[test]
fn an_enum_of_one_variant_has_one_text() {
    #[derive(SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
    #[segment(rename_all = "lowercase")]
    enum Only {
        One,
    }

    is_written(&Only::One, "one");
    assert_eq!(message::<Only>("two"), "expected `one`");
}

#[test]
fn discriminants_and_other_attributes_do_not_matter() {
    /// With much else beside it.
    #[derive(SegmentValue, Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
    #[segment(rename_all = "lowercase")]
    #[repr(u8)]
    enum Level {
        /// The default.
        #[default]
        Low = 3,
        #[allow(dead_code)]
        High = 1,
    }

    is_written(&Level::default(), "low");
    is_written(&Level::High, "high");
}

#[test]
fn variants_may_be_named_like_what_is_generated() {
    #[derive(SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
    enum Awkward {
        Ok,
        Err,
        Some,
        None,
        Error,
        Segment,
        Result,
    }

    is_written(&Awkward::Ok, "Ok");
    is_written(&Awkward::Err, "Err");
    is_written(&Awkward::Some, "Some");
    is_written(&Awkward::None, "None");
    is_written(&Awkward::Error, "Error");
    is_written(&Awkward::Segment, "Segment");
    is_written(&Awkward::Result, "Result");
}

// ---- derived for structs

#[derive(SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
struct Shard(u16);

#[derive(SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
struct DeckyId(Segment<'static>);

#[derive(SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
struct Tagged<T>(T);

#[test]
fn a_struct_around_a_number_is_its_digits() {
    is_written(&Shard(7), "7");
    assert_eq!(
        message::<Shard>("007"),
        "integers are written without `+`, without leading zeros and without `-0`"
    );
}

#[test]
fn a_struct_around_text_is_that_text() {
    let id = DeckyId(Segment::from_static("web-01"));
    is_written(&id, "web-01");
}

#[test]
fn a_struct_with_a_named_field_is_its_text() {
    #[derive(SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
    struct Session {
        id: Uuid,
    }

    is_written(&Session { id: ID }, "67e55044-10b1-426f-9247-bb680e5fe0c8");
}

#[test]
fn a_struct_with_a_raw_field_is_its_text() {
    #[derive(SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
    struct Raw {
        r#type: bool,
    }

    is_written(&Raw { r#type: true }, "true");
}

#[test]
fn a_generic_struct_is_a_segment_if_its_parameter_is() {
    is_written(&Tagged(7_u8), "7");
    is_written(&Tagged(true), "true");
    assert_eq!(message::<Tagged<u8>>("256"), "out of the range of `u8`");
}

#[test]
fn structs_nest() {
    is_written(&Tagged(Tagged(Shard(7))), "7");
    let id = Tagged(DeckyId(Segment::from_static("web-01")));
    is_written(&id, "web-01");
}

#[test]
fn a_struct_keeps_its_own_bounds_and_constants() {
    #[derive(SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
    struct Bounded<T: Copy, const N: usize>
    where
        T: PartialOrd,
    {
        value: T,
    }

    is_written(&Bounded::<u8, 3> { value: 7 }, "7");
}

#[test]
fn a_derive_is_told_where_the_crate_is() {
    use topics as another_name;

    #[derive(SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
    #[segment(rename_all = "lowercase", crate = another_name)]
    enum Unit {
        One,
    }

    #[derive(another_name::SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
    #[segment(crate = ::topics)]
    struct Around(Unit);

    is_written(&Around(Unit::One), "one");
}

topics::topics! {
    /// Values as parameters.
    pub(crate) enum ValueTopic;

    shard.<shard: Shard> as OfShard;
    decky.<id: DeckyId>;
    tagged.<tag: Tagged<Tagged<u8>>> as OfTag;
    path.<number: ::core::num::NonZero<u32>>.<shard: crate::Shard>;
    address.<address: Address> as OfAddress;
}

#[test]
fn derived_values_are_parameters() {
    for text in [
        "shard.7",
        "decky.web-01",
        "tagged.7",
        "path.1.2",
        "address.10-0-0-1",
    ] {
        let topic = ValueTopic::parse(text).expect(text);
        assert_eq!(topic.to_string(), text);
    }
}

#[test]
fn the_type_of_a_placeholder_is_in_the_template_as_written() {
    assert_eq!(OfTag::TEMPLATE.as_str(), "tagged.<tag: Tagged<Tagged<u8>>>");
    assert_eq!(
        Path::TEMPLATE.as_str(),
        "path.<number: ::core::num::NonZero<u32>>.<shard: crate::Shard>"
    );
}

// ---- by hand

/// An address, with `-` so that it is one segment.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Address(std::net::Ipv4Addr);

impl SegmentValue for Address {
    fn to_segment(&self) -> Segment<'_> {
        Segment::new(self.0.to_string().replace('.', "-")).expect("digits and `-`")
    }

    fn from_segment(segment: Segment<'_>) -> Result<Self, ValueError> {
        let address = segment.as_str().replace('-', ".").parse();
        address
            .map(Address)
            .map_err(|_| ValueError::new("no address"))
    }
}

#[test]
fn an_implementation_by_hand_is_read_and_written() {
    is_written(&Address([10, 0, 0, 1].into()), "10-0-0-1");
    let topic = ValueTopic::parse("address.10-0-0-256").expect_err("no address");
    assert_eq!(
        topic.to_string(),
        "`10-0-0-256` is not a valid `<address>` of `address.<address: Address>`: no address"
    );
}

// ---- errors

#[test]
fn an_error_says_what_it_was_made_of() {
    assert_eq!(ValueError::new("too late").to_string(), "too late");
    let owned = ValueError::new(format!("{} too late", 7));
    assert_eq!(owned.to_string(), "7 too late");
    assert_eq!(owned.allowed(), None);
}

#[test]
fn an_error_lists_what_is_allowed() {
    const ONE: ValueError = ValueError::not_one_of(Texts::from_static("a"));
    const TWO: ValueError = ValueError::not_one_of(Texts::from_static("a | b"));
    const FOUR: ValueError = ValueError::not_one_of(Texts::from_static("a | b | c | d"));
    const RULE: ValueError = ValueError::not_one_of(Texts::from_static("dev-<u8>"));
    assert_eq!(ONE.to_string(), "expected `a`");
    assert_eq!(TWO.to_string(), "expected `a` or `b`");
    assert_eq!(FOUR.to_string(), "expected `a`, `b`, `c` or `d`");
    assert_eq!(RULE.to_string(), "expected `dev-<u8>`");
    assert_eq!(TWO.allowed(), Texts::new("a | b"));
}

#[test]
fn errors_are_compared_by_what_they_say() {
    assert_eq!(ValueError::new("a"), ValueError::new(String::from("a")));
    assert_ne!(ValueError::new("a"), ValueError::new("b"));
    assert_ne!(
        ValueError::new("expected `a`"),
        ValueError::not_one_of(Texts::from_static("a"))
    );
}
