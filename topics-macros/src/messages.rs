//! Every sentence a user can see, in the order in which a declaration is read.
//!
//! Lower case, no full stop, the user's text in backticks; the fault first, then the remedy.

use proc_macro2::Ident;
use quote::ToTokens as _;
use topics_core::lock::{Change, ChangeKind};
use topics_core::{Excerpt, TextError, TextErrorKind};

use crate::literal::{Kind, LoneBrace};
use crate::nesting::DEEPEST;

// ---- everywhere

pub(crate) fn nested_too_deep() -> String {
    format!(
        "this is nested in more than {DEEPEST} levels, which is more than can be read; write it flatter, or give a \
         part of it a name of its own"
    )
}

// ---- attributes

pub(crate) fn inner_attribute() -> &'static str {
    "an inner attribute has nothing to apply to here; write `#[…]` before a line or the header"
}

pub(crate) fn lone_hash() -> &'static str {
    "expected `[…]` after `#`; a segment with `#` in it is written as a string literal"
}

pub(crate) fn dangling_attribute() -> &'static str {
    "nothing follows this attribute or comment; put it before a line, or remove it"
}

pub(crate) fn conditional_cfg() -> &'static str {
    "whether a topic exists must be plain to see here; write `#[cfg(…)]` instead of `#[cfg_attr(…, cfg(…))]`"
}

pub(crate) fn malformed_condition() -> &'static str {
    "this is not a condition; write one, such as `unix`, `feature = \"metrics\"` or `not(test)`"
}

pub(crate) fn attribute_inside() -> &'static str {
    "an attribute or doc comment stands before a whole line, not inside of it; move it up"
}

pub(crate) fn derived_already(name: &str) -> String {
    format!("`{name}` is derived already; remove it here")
}

// ---- the header

pub(crate) fn header_is_enum() -> &'static str {
    "a hierarchy is an enum; write `enum`"
}

pub(crate) fn header_without_name() -> &'static str {
    "the hierarchy has no name; write `enum BusTopic;`"
}

pub(crate) fn header_generics(name: &Ident) -> String {
    format!(
        "a hierarchy has no parameters of its own, its lifetime is added where it is needed; write `enum {name};`"
    )
}

pub(crate) fn header_with_body(name: &Ident) -> String {
    format!("the lines follow the header without braces around them; write `enum {name};`")
}

pub(crate) fn comma_after_header() -> &'static str {
    "the header ends with `;`, not `,`"
}

pub(crate) fn header_goes_on(name: &Ident) -> String {
    format!("the header ends after the name; write `enum {name};`")
}

pub(crate) fn not_a_visibility() -> &'static str {
    "this is not a visibility; write `pub`, `pub(crate)`, `pub(super)` or `pub(in path)`"
}

pub(crate) fn header_not_first() -> &'static str {
    "the header comes first, and once; move it before all lines, or make this a declaration of its own"
}

pub(crate) fn header_name_is_keyword(name: &Ident) -> String {
    format!("`{name}` cannot name an enum; choose another name")
}

// ---- lines

pub(crate) fn empty_line(end: char) -> String {
    format!("no topic before this `{end}`; remove it")
}

pub(crate) fn visibility_on_line() -> &'static str {
    "topics are as visible as their hierarchy; put the visibility on the header, `pub enum BusTopic;`"
}

pub(crate) fn missing_path() -> &'static str {
    "expected a topic: a word, a number, a string literal or a placeholder such as `<id>`"
}

pub(crate) fn group_without_path() -> &'static str {
    "nothing tells what these lines have in common; write the segments that they begin with before the brace, or remove the braces"
}

pub(crate) fn missing_semicolon(after: &str) -> String {
    format!("missing `;` after `{after}`")
}

pub(crate) fn comma_after_line() -> &'static str {
    "a line ends with `;`, not `,`"
}

pub(crate) fn missing_name() -> &'static str {
    "expected the name of the type after `as`, such as `as WorkerHealth`"
}

pub(crate) fn name_is_keyword(name: &Ident) -> String {
    format!("`{name}` cannot name a type; choose another name")
}

pub(crate) fn name_is_no_word(name: &Ident) -> String {
    format!("the name of a type is one word, without a path or parameters; write `as {name}`")
}

pub(crate) fn name_is_associated(name: &Ident) -> String {
    format!("the enum of the hierarchy has a `{name}` of its own; choose another name")
}

pub(crate) fn second_name() -> &'static str {
    "a line has one name; remove this one"
}

pub(crate) fn missing_payload() -> &'static str {
    "expected the type of the payload after `=>`, such as `=> Heartbeat`"
}

pub(crate) fn payload_is_no_type() -> &'static str {
    "this is not a type; write the type itself, such as `=> Heartbeat` or `=> Ping -> Pong`"
}

pub(crate) fn payload_has_lifetime() -> &'static str {
    "the type of a payload or reply owns its value and has no lifetime; write `String` for `&str`, `Vec<u8>` for `&[u8]`, or `&'static`"
}

pub(crate) fn second_payload() -> &'static str {
    "a line has one payload; remove this one"
}

pub(crate) fn name_after_payload() -> &'static str {
    "the name comes before the payload; write `as Name => Payload`"
}

pub(crate) fn name_on_group() -> &'static str {
    "a group has neither a name nor a payload; put them on its lines"
}

pub(crate) fn unexpected_after_line(text: &str) -> String {
    format!("unexpected `{text}`; expected `as Name`, `=> Payload` or `;`")
}

pub(crate) fn missing_reply() -> &'static str {
    "expected the type of the reply after `->`, such as `=> Ping -> Pong`"
}

pub(crate) fn second_reply() -> &'static str {
    "a line has one reply; remove this one"
}

pub(crate) fn reply_without_payload() -> &'static str {
    "`->` gives the type of a reply and follows the payload; write `=> Payload -> Reply`, or `=>` here if this is the payload"
}

pub(crate) fn empty_group() -> &'static str {
    "no topics in this group; add a line, or remove the group"
}

// ---- segments

pub(crate) fn not_a_segment(error: &TextError) -> String {
    let text = Excerpt(error.text());
    let remedy = match error.kind() {
        TextErrorKind::Control => "a segment has no control characters",
        TextErrorKind::ReplacementCharacter => {
            "a segment has no U+FFFD, which stands for text that was lost"
        }
        TextErrorKind::Dot => "a segment has no `.`; join segments by dots outside of the quotes",
        _ => "a segment has no whitespace, `.`, `*` or `>`",
    };
    format!("`{text}` is not a segment; {remedy}")
}

pub(crate) fn empty_string() -> &'static str {
    "`\"\"` is not a segment; a segment has at least one character"
}

pub(crate) fn empty_segment() -> &'static str {
    "empty segment; remove one `.` or name the segment"
}

pub(crate) fn trailing_dot() -> &'static str {
    "empty segment; remove this `.` or name the segment after it"
}

pub(crate) fn star() -> &'static str {
    "`*` belongs in a subscription; declare a placeholder such as `<id>`"
}

pub(crate) fn greater_than() -> &'static str {
    "`>` belongs in a subscription; declare a tail such as `<rest..>`"
}

pub(crate) fn needs_quotes(text: &str) -> String {
    format!("`{text}` is not a plain segment; write it as a string literal, `\"{text}\"`")
}

pub(crate) fn needs_quotes_or_arrow(text: &str, payload: &str) -> String {
    format!(
        "`{text}` is not a plain segment; write it as a string literal, `\"{text}\"`, or, to declare a payload, `=> {payload}`"
    )
}

pub(crate) fn not_a_string(text: &str) -> String {
    format!(
        "`{text}` is not a segment; write a word, a number or a string literal such as `\"a/b\"`"
    )
}

pub(crate) fn unexpected_group(group: &str) -> String {
    format!(
        "unexpected `{group}`; a segment is a word, a number, a string literal or a placeholder such as `<id>`"
    )
}

// ---- placeholders

pub(crate) fn braced_placeholder(name: &str) -> String {
    format!("a placeholder is written in angle brackets, `<{name}>`")
}

pub(crate) fn colon_placeholder(name: &str) -> String {
    format!("a placeholder is written in angle brackets, `<{name}>`")
}

pub(crate) fn text_beside_placeholder() -> &'static str {
    "a placeholder is a whole segment; put a `.` between it and what stands beside it, or make it all one placeholder"
}

pub(crate) fn unclosed_placeholder() -> &'static str {
    "this placeholder is not closed; add `>`"
}

pub(crate) fn unopened_placeholder(name: &str) -> String {
    format!("`{name}>` is not a segment; for a placeholder, write `<{name}>`")
}

pub(crate) fn second_closing() -> &'static str {
    "this `>` closes nothing; remove it"
}

pub(crate) fn empty_placeholder() -> &'static str {
    "a placeholder has a name; write `<id>`"
}

pub(crate) fn malformed_placeholder() -> &'static str {
    "a placeholder is `<name>`, `<name: Type>`, `<name: a | b>` or `<name..>`"
}

pub(crate) fn name_is_no_identifier(text: &str) -> String {
    format!(
        "`{text}` cannot name a placeholder, which becomes a field; write a name such as `<id>`"
    )
}

pub(crate) fn hyphen_in_name(name: &str) -> String {
    format!("a placeholder becomes a field, so its name has no `-`; write `<{name}>`")
}

pub(crate) fn name_is_reserved(name: &Ident) -> String {
    format!(
        "`{name}` cannot name a placeholder, since no field can be named so; choose another name"
    )
}

pub(crate) fn tail_dots_first(name: Option<&str>) -> String {
    let name = name.unwrap_or("rest");
    format!("a tail is written with its name first, `<{name}..>`")
}

pub(crate) fn malformed_tail() -> &'static str {
    "a tail is written with two dots, `<rest..>`"
}

pub(crate) fn tail_with_type() -> &'static str {
    "a tail is always text and has no type; write `<rest..>`"
}

pub(crate) fn missing_type() -> &'static str {
    "expected a type such as `u32`, or values such as `a | b`; for any text, remove the `:`"
}

pub(crate) fn not_a_type() -> &'static str {
    "this is not a type; write a type such as `u32`, or values such as `a | b`"
}

pub(crate) fn type_borrows(reference: &syn::TypeReference) -> String {
    let text = reference.to_token_stream().to_string().replace("& ", "&");
    format!(
        "`{text}` cannot be a segment; for text, use a plain placeholder, which borrows and is checked"
    )
}

pub(crate) fn type_has_lifetime() -> &'static str {
    "the type of a placeholder owns its value and has no lifetime; for text, use a plain placeholder, which borrows and is checked"
}

pub(crate) fn type_is_unknown() -> &'static str {
    "the type of a placeholder is written in full, without `_` or `Self`; name it"
}

pub(crate) fn type_is_no_path(text: &str) -> String {
    format!(
        "`{text}` cannot be a segment; name a type that implements `SegmentValue`, or write values such as `a | b`"
    )
}

pub(crate) fn type_in_template(error: &TextError) -> String {
    format!(
        "the template cannot be written down with this type: {error}; give the type a shorter name"
    )
}

pub(crate) fn single_value(value: &str) -> String {
    let segment = value.trim_matches('"');
    format!(
        "a placeholder with one value is a literal segment; write `{segment}` in its place, or add values with `|`"
    )
}

pub(crate) fn value_for_a_type(word: &str) -> String {
    format!(
        "`{word}` is not known to be a type; a placeholder with one value is a literal segment, so write `{word}` in \
         its place, or add values with `|`; a type of this name is written with its path, `self::{word}`"
    )
}

pub(crate) fn values_are_types(names: &[String]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("\"{name}\"")).collect();
    let (names, quoted) = (names.join("` and `"), quoted.join(" | "));
    format!(
        "`{names}` are types, of which a placeholder has one; write the one that takes all, or, if these very \
         texts are meant, `{quoted}`"
    )
}

pub(crate) fn empty_value() -> &'static str {
    "no value beside this `|`; remove it or add a value"
}

pub(crate) fn value_is_no_segment() -> &'static str {
    "each value is one literal segment, such as `applied` in `<state: applied | failed>`"
}

pub(crate) fn duplicate_value(value: &str) -> String {
    format!("`{value}` is already a value of this placeholder; remove this one")
}

// ---- whole templates

pub(crate) fn duplicate_placeholder(name: &Ident, template: &str) -> String {
    format!("`<{name}>` is declared twice in `{template}`; rename one")
}

pub(crate) fn tail_not_last(name: &Ident) -> String {
    format!("`<{name}..>` takes every remaining segment, so it must come last")
}

pub(crate) fn no_name(template: &str, has_literal: bool) -> String {
    let missing = if has_literal {
        "word"
    } else {
        "literal segment"
    };
    format!("`{template}` has no {missing} to name its type after; add `as Name`")
}

pub(crate) fn bad_derived_name(template: &str, name: &str) -> String {
    format!(
        "the type of `{template}` would be named `{name}`, which is no identifier; add `as Name`"
    )
}

pub(crate) fn bad_variant(value: &str, name: &str) -> String {
    if name.is_empty() {
        return format!(
            "`{value}` has no word to name its variant after; use an enum of your own with `#[derive(SegmentValue)]`"
        );
    }
    format!(
        "the variant of `{value}` would be named `{name}`, which is no identifier; use an enum of your own with `#[derive(SegmentValue)]`"
    )
}

pub(crate) fn variant_clash(value: &str, other: &str, name: &str) -> String {
    format!(
        "`{other}` and `{value}` would both be the variant `{name}`; use an enum of your own with `#[derive(SegmentValue)]`"
    )
}

// ---- the hierarchy

pub(crate) fn declared_twice(template: &str, are_conditional: bool) -> String {
    let or = if are_conditional {
        ", or write the conditions as `#[cfg(x)]` and `#[cfg(not(x))]`, of which one holds"
    } else {
        ""
    };
    format!("`{template}` is declared twice; remove this one{or}")
}

pub(crate) fn first_declared_here(template: &str) -> String {
    format!("`{template}` is first declared here")
}

pub(crate) fn same_topics(later: &str, first: &str) -> String {
    format!(
        "`{later}` and `{first}` match the same topics; remove one, or tell them apart by a literal segment"
    )
}

pub(crate) fn name_clash(first: &str, later: &str, name: &str, are_named: bool) -> String {
    let remedy = if are_named {
        "choose another name for one"
    } else {
        "add `as Name` to one"
    };
    format!("`{first}` and `{later}` would both be `{name}`; {remedy}")
}

pub(crate) fn type_clash(
    template: &str,
    use_: &str,
    name: &str,
    owner: &str,
    is_named: bool,
) -> String {
    let remedy = if is_named {
        "choose another name after `as`"
    } else {
        "add `as Name` to this line"
    };
    format!("{use_} of `{template}` would be named `{name}`, which is {owner} already; {remedy}")
}

pub(crate) fn clash_within(template: &str, name: &str, first: &str, later: &str) -> String {
    format!(
        "{first} and {later} of `{template}` would both be named `{name}`; rename the placeholder"
    )
}

pub(crate) fn function_clash(first: &Ident, later: &Ident, function: &str) -> String {
    format!(
        "the patterns of `{first}` and `{later}` would both be returned by `{function}()`; rename one of the variants"
    )
}

pub(crate) fn payload_is_generated(payload: &Ident) -> String {
    format!(
        "`{payload}` is a type that this declaration generates; name the payload by its path, such as `payload::{payload}`, or add `as Name` to the line that is named so"
    )
}

pub(crate) fn ambiguous(first: &str, second: &str, topic: &str, settled_by: &str) -> String {
    format!(
        "`{first}` and `{second}` both match `{topic}` and neither is more specific; declare `{settled_by}`, or rename one"
    )
}

// ---- `#[derive(SegmentValue)]`

pub(crate) fn derive_on_union() -> &'static str {
    "`SegmentValue` can be derived for an enum of units or a struct with one field, not for a union"
}

pub(crate) fn derive_needs_one_field() -> &'static str {
    "`SegmentValue` can be derived for a struct with exactly one field, whose text it shares"
}

pub(crate) fn derive_needs_variants() -> &'static str {
    "an enum without variants has no text; add a variant"
}

pub(crate) fn derive_on_data_variant(variant: &Ident) -> String {
    format!(
        "`{variant}` holds data, so its text is not known; make it a unit, or implement `SegmentValue` by hand"
    )
}

pub(crate) fn variants_share_text(first: &Ident, later: &Ident, text: &str) -> String {
    format!(
        "`{first}` and `{later}` would both be written `{text}`; rename one with `#[segment(rename = \"…\")]`"
    )
}

pub(crate) fn unknown_rename_rule(found: &str, known: &str) -> String {
    format!("unknown rule `{found}`; expected one of {known}")
}

pub(crate) fn unknown_container_option() -> &'static str {
    "unknown option; a type takes `rename_all = \"…\"` (enums only) and `crate = path`"
}

pub(crate) fn unknown_variant_option() -> &'static str {
    "unknown option; a variant takes `rename = \"…\"`"
}

pub(crate) fn option_without_effect() -> &'static str {
    "this has no effect on a struct, whose text is that of its field; remove it"
}

pub(crate) fn repeated_option() -> &'static str {
    "this option is given twice; remove one"
}

// ---- the enum of messages

pub(crate) fn malformed_messages() -> &'static str {
    "write `#[messages]`, or `#[messages(Name, derive(Debug))]` to choose the name of the enum and what it derives"
}

pub(crate) fn second_messages() -> &'static str {
    "a hierarchy has one enum of messages; remove this attribute"
}

pub(crate) fn conditional_messages() -> &'static str {
    "whether there is an enum of messages has to be known here; write `#[messages]`"
}

pub(crate) fn messages_not_on_header() -> &'static str {
    "the enum of messages holds all of a hierarchy; put `#[messages]` before the header, `pub enum BusTopic;`"
}

// ---- the lock

pub(crate) fn lock_without_path() -> &'static str {
    "a lock is named by the path of its file, relative to `Cargo.toml`; write `#[lock = \"topics.lock\"]`"
}

pub(crate) fn second_lock() -> &'static str {
    "a hierarchy has one lock; remove this one"
}

pub(crate) fn conditional_lock() -> &'static str {
    "what is promised holds under every configuration; write `#[lock = \"topics.lock\"]`"
}

pub(crate) fn lock_not_on_header() -> &'static str {
    "a lock holds all of a hierarchy; put it before the header, `pub enum BusTopic;`"
}

pub(crate) fn lock_without_manifest(path: &str) -> String {
    format!(
        "`CARGO_MANIFEST_DIR` is not set, so nobody knows where `{path}` is; build this with cargo"
    )
}

pub(crate) fn lock_missing(path: &str) -> String {
    format!(
        "there is no `{path}` in the folder of this crate's `Cargo.toml`; create an empty file, and \
         `TOPICS_LOCK=update cargo test` fills it"
    )
}

pub(crate) fn lock_unreadable(path: &str, error: impl std::fmt::Display) -> String {
    format!("`{path}` cannot be read: {error}")
}

pub(crate) fn lock_is_no_text(path: &str, line: usize) -> String {
    format!("`{path}` cannot be read: line {line} is not UTF-8")
}

pub(crate) fn lock_path_is_no_text(path: &str) -> String {
    format!("the folder of `{path}` has a name that is not UTF-8, which no source can include")
}

pub(crate) fn lock_of_another(path: &str, owner: &str, name: &str) -> String {
    format!(
        "`{path}` is the lock of `{owner}`; give `{name}` a file of its own, or if `{owner}` is what it \
         was called before, write `{name}` in the file's first line"
    )
}

/// What the lock promises, what became of it, and the two ways out.
pub(crate) fn broken_promise(path: &str, change: &Change<'_>) -> String {
    let line = change.line().unwrap_or_default();
    let (promise, remedy) = match change.kind() {
        ChangeKind::Removed { nearest } => {
            let before = change.before();
            let entry = before.map(ToString::to_string).unwrap_or_default();
            let template = before.map(|entry| entry.template().to_string());
            let template = template.unwrap_or_default();
            let nearest = match nearest {
                Some(nearest) => format!(" (the nearest is `{nearest}`)"),
                None => String::new(),
            };
            (
                format!("`{entry}`, which is no longer declared{nearest}"),
                format!(
                    "declare it again, name it in `#[was(\"{template}\")]` before the line that replaces it"
                ),
            )
        }
        ChangeKind::ShapeChanged { from, to } => (
            format!("`{from}`, and this is `{to}`"),
            format!("write `{from}`"),
        ),
        ChangeKind::ValueRemoved { placeholder, value } => (
            format!("that `<{placeholder}>` may be `{value}`"),
            format!("add the value `{value}`"),
        ),
        ChangeKind::PayloadChanged { from, to } => (
            format!("the payload `{from}`, and this is `{to}`"),
            format!("write `=> {from}`"),
        ),
        ChangeKind::PayloadRemoved { from } => {
            (format!("the payload `{from}`"), format!("add `=> {from}`"))
        }
        ChangeKind::ReplyChanged { from, to } => (
            format!("the reply `{from}`, and this is `{to}`"),
            format!("write `-> {from}`"),
        ),
        ChangeKind::ReplyRemoved { from } => {
            (format!("the reply `{from}`"), format!("add `-> {from}`"))
        }
        _ => (format!("something else: {change}"), "undo it".to_owned()),
    };
    let on_purpose = match change.kind() {
        ChangeKind::Removed { .. } => "retire the topic on purpose",
        _ => "change it on purpose",
    };
    format!(
        "line {line} of `{path}` promises {promise}; {remedy}, or delete that line to {on_purpose}"
    )
}

/// What the lock promises below a head that seems to have been renamed.
pub(crate) fn broken_promises(
    path: &str,
    changes: &[&Change<'_>],
    before: &str,
    after: &str,
) -> String {
    const SHOWN: usize = 3;
    let shown = changes.iter().take(SHOWN).map(|change| {
        let template = change.before().map(|entry| entry.template().to_string());
        let line = change.line().unwrap_or_default();
        format!("`{}` (line {line})", template.unwrap_or_default())
    });
    let shown: Vec<String> = shown.collect();
    let more = match changes.len().saturating_sub(SHOWN) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    format!(
        "`{path}` promises {} topics below `{before}` that are no longer declared (the nearest are below \
         `{after}`): {}{more}; declare them again, name each in `#[was(\"…\")]` before the line that replaces \
         it, or delete their lines to retire the topics on purpose",
        changes.len(),
        shown.join(", "),
    )
}

// ---- `segment!`, `topic!` and `pattern!`

pub(crate) fn literal_missing(kind: Kind) -> String {
    format!("expected a string literal; write `{}`", kind.example())
}

pub(crate) fn not_a_literal(kind: Kind) -> String {
    let constructor = kind.constructor();
    format!(
        "this is no string literal; only what stands here can be checked while compiling, so for other text use `{constructor}`"
    )
}

pub(crate) fn text_missing(kind: Kind, hierarchy: &str) -> String {
    let name = kind.name();
    format!(
        "expected a string literal after the hierarchy; write `{name}!({hierarchy}, \"system.log\")`"
    )
}

pub(crate) fn comma_missing(hierarchy: &str) -> String {
    format!("missing `,` after `{hierarchy}`")
}

pub(crate) fn literal_is_last(kind: Kind) -> String {
    match kind {
        Kind::Pattern => {
            "nothing follows the text; to put a variable into it, write its name there, `{id}`"
        }
        Kind::Segment | Kind::Topic => "nothing follows the text; remove this",
    }
    .to_owned()
}

pub(crate) fn topic_of_what(text: &str) -> String {
    let text = Excerpt(text);
    format!(
        "the hierarchy is missing; write `topic!(BusTopic, \"{text}\")`, or for a topic of no hierarchy `TopicName::from_static(\"{text}\")`"
    )
}

pub(crate) fn segment_of_hierarchy() -> &'static str {
    "a segment belongs to no hierarchy; write `segment!(\"…\")`"
}

pub(crate) fn not_a_hierarchy(kind: Kind) -> String {
    let example = kind.example();
    format!("this is no path to a hierarchy; write its name, `{example}`")
}

pub(crate) fn hierarchy_is_self() -> &'static str {
    "`Self` is not known where the text is checked; write the name of the hierarchy"
}

pub(crate) fn lone_brace(brace: LoneBrace) -> &'static str {
    match brace {
        LoneBrace::Opening => {
            "this text has a `{` that is not closed; write `{{` for a brace, or `{name}` to capture a variable"
        }
        LoneBrace::Closing => "this text has a `}` that closes nothing; write `}}` for a brace",
    }
}

pub(crate) fn no_capture(kind: Kind, name: &str) -> String {
    let remedy = match kind {
        Kind::Segment => "use `Segment::new` with the variable",
        _ => "build the topic with the `new` of its type",
    };
    let macro_name = kind.name();
    format!(
        "`{macro_name}!` captures no variables, so `{{{name}}}` means nothing; {remedy}, or write `{{{{` and `}}}}` for braces"
    )
}

pub(crate) fn capture_without_name() -> String {
    "`{}` names no variable; write the name of one, such as `{id}`".to_owned()
}

pub(crate) fn capture_by_position(number: &str) -> String {
    format!(
        "`{{{number}}}` names no variable; there are no arguments to count, so write the name of one, such as `{{id}}`"
    )
}

pub(crate) fn capture_of_keyword(keyword: &str) -> String {
    format!(
        "`{keyword}` cannot be captured; bind what is meant, such as `let id = …;`, and write `{{id}}`"
    )
}

pub(crate) fn capture_with_format(name: &str, variable: &str) -> String {
    format!(
        "`{{{name}}}` has a format, but a segment is written in one way only; write `{{{variable}}}`"
    )
}

pub(crate) fn capture_of_expression(name: &str) -> String {
    format!(
        "`{{{name}}}` is no variable, and nothing else can be captured; bind it, `let id = …;`, and write `{{id}}`"
    )
}

pub(crate) fn capture_beside_text(name: &str) -> String {
    format!(
        "`{{{name}}}` is a whole segment; put a `.` between it and what stands beside it, or put both into one variable"
    )
}

pub(crate) fn bad_literal(kind: Kind, written: &str, error: &TextError) -> String {
    if written.is_empty() && kind == Kind::Segment {
        return empty_string().to_owned();
    }
    let text = if written.is_empty() { "\"\"" } else { written };
    let text = Excerpt(text);
    let what = match kind {
        Kind::Segment => "a segment",
        Kind::Topic => "a topic",
        Kind::Pattern => "a pattern",
    };
    let remedy = match error.kind() {
        TextErrorKind::Empty => "write at least one segment",
        TextErrorKind::EmptySegment => "it has an empty segment, so remove one `.`",
        TextErrorKind::Dot => "a segment has no `.`",
        TextErrorKind::Wildcard if kind == Kind::Topic => {
            "a topic has no wildcards, so use `pattern!` to subscribe"
        }
        TextErrorKind::PartialWildcard if written.contains('<') => {
            "`<…>` belongs in a declaration, so write `*`, or capture a variable as in `{id}`"
        }
        TextErrorKind::PartialWildcard => {
            "a wildcard is a whole segment, `*` for exactly one and `>` at the end for one or more"
        }
        TextErrorKind::TailNotLast => "`>` takes every remaining segment, so it must come last",
        TextErrorKind::Control => "a segment has no control characters",
        TextErrorKind::ReplacementCharacter => {
            "a segment has no U+FFFD, which stands for text that was lost"
        }
        _ => "a segment has no whitespace, `.`, `*` or `>`",
    };
    format!("`{text}` is not {what}; {remedy}")
}

// ---- former names
//
// They stand before a line, before a struct and before a variant; so no sentence says which.

pub(crate) fn was_without_text() -> &'static str {
    "a former name is the whole template, as one string literal; write `#[was(\"old.<id>.name\")]`"
}

pub(crate) fn conditional_was() -> &'static str {
    "a topic has its former names under every configuration; write `#[was(\"old.<id>.name\")]`"
}

pub(crate) fn was_not_on_line() -> &'static str {
    "a former name is the whole template of one line; put `#[was(\"…\")]` before each line that had another"
}

pub(crate) fn was_on_field() -> &'static str {
    "a former name is a whole template; put `#[was(\"…\")]` before the struct or variant that had it"
}

pub(crate) fn was_on_enum() -> &'static str {
    "a former name is that of one topic; put `#[was(\"…\")]` before the variant that had it"
}

pub(crate) fn was_on_wrapper() -> &'static str {
    "the names of a topic belong to its struct; put `#[was(\"…\")]` before the struct that is wrapped here"
}

pub(crate) fn was_with_another(
    placeholder: &str,
    template: &str,
    missing: Option<&str>,
    former: &str,
) -> String {
    match missing {
        Some(missing) => format!(
            "`{placeholder}` is no placeholder of `{template}`; write `{missing}`, or declare `{former}` by \
             itself"
        ),
        None => format!(
            "`{placeholder}` is no placeholder of `{template}`; a topic that loses a placeholder is another \
             topic, so declare `{former}` by itself"
        ),
    }
}

pub(crate) fn was_without_placeholder(placeholder: &str, former: &str) -> String {
    format!(
        "`{former}` has no `{placeholder}`; a topic that gains a placeholder is another topic, so declare \
         `{former}` by itself"
    )
}

pub(crate) fn was_of_another_kind(written: &str, own: &str, bare: &str) -> String {
    format!(
        "`{written}` is `{own}` by now, and a former name has the placeholders of the present one; write \
         `{bare}`"
    )
}

pub(crate) fn was_all_along(former: &str, other: &str) -> String {
    if former == other {
        return format!("`{former}` is a name of this topic already; remove this `#[was]`");
    }
    format!(
        "`{former}` and `{other}`, both of one topic, match the same names; remove this `#[was]`"
    )
}

pub(crate) fn was_another(former: &str) -> String {
    format!("`{former}` is another topic's, so it cannot be read as this one; remove this `#[was]`")
}

pub(crate) fn was_with_other_parameters(former: &str, other: &str, topic: &str) -> String {
    format!(
        "`{former}` and `{other}`, both of one topic, match `{topic}`, and read other parameters from it; \
         remove this `#[was]`, or choose a present name that no former one overlaps"
    )
}

// ---- `#[derive(Topic)]` and `#[derive(Topics)]`

pub(crate) fn topic_is_struct() -> &'static str {
    "`Topic` is derived for a struct, whose fields are the parameters; for an enum of topics, derive `Topics`"
}

pub(crate) fn topics_is_enum() -> &'static str {
    "`Topics` is derived for an enum, whose variants are topics; for a struct that is one topic, derive `Topic`"
}

pub(crate) fn struct_without_template(name: &Ident, suggestion: &str) -> String {
    format!("`{name}` has no template; write `#[topic(\"{suggestion}\")]` before it")
}

pub(crate) fn variant_without_template(name: &Ident, suggestion: &str) -> String {
    format!(
        "`{name}` has no template; write `#[topic(\"{suggestion}\")]` before it, or let it wrap a struct that derives `Topic`"
    )
}

pub(crate) fn variant_of_many(name: &Ident) -> String {
    format!(
        "a variant wraps one topic, or has a template and fields with names; write `{name}(SomeTopic)`, or `{name} {{ … }}` with `#[topic(\"…\")]` before it"
    )
}

pub(crate) fn wrapped_twice(name: &Ident, first: &Ident, of: &str) -> String {
    format!("`{name}` wraps `{of}`, as `{first}` does; remove one")
}

pub(crate) fn enum_without_variants() -> &'static str {
    "an enum without variants has no topics; add a variant"
}

pub(crate) fn enum_with_types(name: &Ident) -> String {
    format!(
        "the templates of `Topics` are compared with each other, so all types must be known; put the type itself in the place of `{name}`"
    )
}

pub(crate) fn two_templates() -> &'static str {
    "a topic has one template; remove one `#[topic]`"
}

pub(crate) fn topic_attribute_without_text() -> &'static str {
    "the template comes first, as a string literal; write `#[topic(\"system.<worker>.health\")]`"
}

pub(crate) fn template_on_field() -> &'static str {
    "a field has no template of its own; put `#[topic]` before the struct or variant"
}

pub(crate) fn template_on_enum() -> &'static str {
    "an enum has no template of its own; put `#[topic]` before a variant"
}

pub(crate) fn unknown_topic_option(name: &Ident) -> String {
    format!(
        "unknown option `{name}`; after the template, `payload = Type`, `reply = Type` and `crate = path` may follow"
    )
}

pub(crate) fn unknown_topics_option() -> &'static str {
    "unknown option; an enum takes `crate = path`"
}

pub(crate) fn payload_option_is_no_type() -> &'static str {
    "this is not a type; write one, such as `payload = Heartbeat`"
}

pub(crate) fn reply_option_without_payload() -> &'static str {
    "a reply answers a payload; write `payload = Ping` beside it"
}

pub(crate) fn payload_of_variant(name: &Ident) -> String {
    format!(
        "a payload belongs to a type; move the topic to a struct that derives `Topic`, and let `{name}` wrap it"
    )
}

pub(crate) fn crate_of_variant() -> &'static str {
    "the path is that of the whole enum; write `#[topics(crate = path)]` before it"
}

pub(crate) fn fields_without_names(name: &Ident) -> String {
    format!(
        "a field is found by the name of its placeholder; write `{name} {{ id: … }}` instead of `{name}(…)`"
    )
}

pub(crate) fn placeholder_without_field(name: &Ident, holder: &Ident, is_tail: bool) -> String {
    if is_tail {
        return format!("`{holder}` has no field for `<{name}..>`; add `{name}: Tail<'a>`");
    }
    format!(
        "`{holder}` has no field for `<{name}>`; add `{name}: Segment<'a>`, or a type that is a `SegmentValue`"
    )
}

pub(crate) fn field_without_placeholder(name: &Ident, is_tail: bool) -> String {
    let dots = if is_tail { ".." } else { "" };
    format!(
        "no placeholder for the field `{name}`; add `<{name}{dots}>` to the template, or remove the field"
    )
}

pub(crate) fn type_in_attribute(name: &Ident) -> String {
    format!("the type of a placeholder is that of its field; write `<{name}>`")
}

pub(crate) fn values_in_attribute(name: &Ident) -> String {
    format!(
        "the values of a placeholder are those of its field; write `<{name}>`, and let the field be an enum that derives `SegmentValue`"
    )
}

pub(crate) fn tail_is_plain(name: &Ident) -> String {
    format!("a `Tail` is one or more segments; write `<{name}..>` in the template")
}

pub(crate) fn tail_is_no_tail(name: &Ident) -> String {
    format!(
        "`<{name}..>` is one or more segments, which only a `Tail<'a>` holds; for one segment, write `<{name}>` in the template"
    )
}

pub(crate) fn field_is_text(of: &syn::Type) -> String {
    let text = of.to_token_stream().to_string();
    let text = text.replace("& ", "&").replace(" :: ", "::");
    let text = text.replace(" < ", "<").replace(" >", ">");
    format!(
        "`{text}` cannot be a segment; for text, let the field be a `Segment<'a>`, which is checked and may borrow"
    )
}

pub(crate) fn field_has_lifetime(of: &syn::Type) -> String {
    let text = of.to_token_stream().to_string().replace(' ', "");
    format!(
        "`{text}` has a lifetime, but a `SegmentValue` owns its value; for text, let the field be a `Segment<'a>`"
    )
}

pub(crate) fn two_lifetimes(first: &syn::Lifetime) -> String {
    format!("a topic borrows from one text, so it has one lifetime; use `{first}` here too")
}

pub(crate) fn lifetime_in_bound() -> &'static str {
    "a topic is read from text of any lifetime, so nothing can depend on its own; remove this bound"
}
