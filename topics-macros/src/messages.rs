//! Every sentence a user can see, in the order in which a declaration is read.
//!
//! Lower case, no full stop, the user's text in backticks; the fault first, then the remedy.

use std::fmt::Display;

use topics_core::lock::{Change, ChangeKind};
use topics_core::{Excerpt, Template, TextError, TextErrorKind};

use crate::nesting::DEEPEST;

/// Each sentence becomes a function, which puts its arguments into it.
macro_rules! messages {
    ($($name:ident($($argument:ident),*) = $text:literal;)*) => {$(
        pub(crate) fn $name($($argument: impl Display),*) -> String {
            format!($text)
        }
    )*};
}

messages! {
    // ---- everywhere
    nested_too_deep() = "this is nested more than {DEEPEST} levels deep; flatten it, or give a part of it a name of its own";

    // ---- attributes
    not_an_attribute() = "an attribute is written `#[…]`, before a line or the header; a segment with `#` in it is a string literal";
    dangling_attribute() = "nothing follows this attribute or comment; put it before a line, or remove it";
    malformed_condition() = "this is not a condition; write one, such as `unix`, `feature = \"metrics\"` or `not(test)`";
    attribute_inside() = "an attribute or doc comment belongs before a line, not inside it; move it up";
    attribute_of_line(name) = "`#[{name}]` belongs before a line or a group; move it there";
    was_inside() = "`#[was]` belongs before a line; move it there, or, for the former text of a value, write `was done` after the value";
    attribute_without_values(name) = "attributes here go to the enum of a placeholder with values, and `<{name}>` has none; move this one before the line";
    serde_derived(name) = "`{name}` is implemented by the feature `serde` of `topics`; remove it here";
    derived_already(name) = "`{name}` is derived already; remove it here";

    // ---- the header
    header_is_enum() = "a hierarchy is an enum; write `enum`";
    header_without_name() = "the hierarchy has no name; write `enum BusTopic;`";
    header_generics(name) = "a hierarchy takes no generic parameters, and its lifetime is added if it needs one; write `enum {name};`";
    header_with_body(name) = "the lines follow the header without braces around them; write `enum {name};`";
    header_goes_on(name) = "the header ends after the name; write `enum {name};`";
    not_a_visibility() = "this is not a visibility; write `pub`, `pub(crate)`, `pub(super)` or `pub(in path)`";
    header_not_first() = "the header comes first, and only once; move it to the top, or begin another `topics!` with it";

    // ---- lines
    empty_line(end) = "no topic before this `{end}`; remove it";
    visibility_on_line() = "topics are as visible as their hierarchy; put the visibility on the header, `pub enum BusTopic;`";
    missing_path() = "expected a topic: a word, a number, a string literal or a placeholder such as `<id>`";
    group_without_path() = "this group has no path; write the segments that its lines share before the brace, or remove the braces";
    missing_semicolon(after) = "missing `;` after `{after}`";
    ends_with_comma(what) = "{what} ends with `;`, not `,`";
    missing_name() = "expected the name of the type after `as`, such as `as WorkerHealth`";
    name_is_keyword(name, what) = "`{name}` cannot name {what}; choose another name";
    name_is_no_word(name) = "the name of a type is one word, without a path or parameters; write `as {name}`";
    name_is_associated(name) = "the enum of the hierarchy already has an item named `{name}`; choose another name";
    hierarchy_has_one(what) = "a hierarchy has one {what}; remove this one";
    missing_message(what, arrow, example) = "expected the type of the {what} after `{arrow}`, such as `{example}`";
    payload_is_no_type() = "this cannot be the type of a payload or reply; write one without `_` or `Self`, such as `=> Heartbeat` or `=> Ping -> Pong`";
    payload_has_lifetime() = "a payload or reply must be an owned type; write `String` for `&str`, `Vec<u8>` for `&[u8]`, or `&'static`";
    name_on_group() = "a group cannot have a name or a payload; put them on its lines";
    unexpected_in_line(text) = "unexpected `{text}`; a line is `path as Name => Payload -> Reply;`, where all but the path may be left out, and a reply needs a payload";
    empty_group() = "no topics in this group; add a line, or remove the group";

    // ---- segments
    empty_string() = "`\"\"` is not a segment; a segment has at least one character";
    single_brace() = "braces in this text must be doubled, `{{{{` and `}}}}`; for a placeholder, write `<id>`";
    braces_in_declaration(name) = "`{{{name}}}` captures nothing here; for a placeholder, write `<{name}>` without quotes, for braces `{{{{{name}}}}}`";
    empty_segment() = "empty segment; remove one `.` or name the segment";
    trailing_dot() = "empty segment; remove this `.` or name the segment after it";
    star() = "`*` belongs in a subscription; declare a placeholder such as `<id>`";
    greater_than() = "`>` belongs in a subscription; declare a tail such as `<rest..>`, or a placeholder such as `<id>`";
    needs_quotes(text) = "`{text}` is not a plain segment; write it as a string literal, `\"{text}\"`, or, to declare a payload, `=> Payload`";
    not_a_string(text) = "`{text}` is not a segment; write a word, a number or a string literal such as `\"a/b\"`";
    payload_in_parentheses(name, payload) = "a payload is declared with `=>`; write `{name} => {payload}`";
    payload_in_braces(name, payload) = "a payload is a type of its own; declare a struct, and write `{name} => {payload}`";
    foreign_placeholder(placeholder) = "a placeholder is written in angle brackets, `{placeholder}`";
    foreign_wildcard(text, placeholder) = "`{text}` is another tool's wildcard; declare a placeholder such as `{placeholder}`";
    slashes(dotted) = "segments are joined by `.`; write `{dotted}`";
    slashes_or_quotes(dotted, text) = "segments are joined by `.`; write `{dotted}`, or, if this is one segment, `\"{text}\"`";
    slashes_in_attribute(dotted) = "segments are joined by `.`; write `{dotted}`, or, if `/` is meant as text, declare the topic with `topics!`";
    foreign_in_pattern(text, wildcard) = "`{text}` is another tool's notation; segments are joined by `.`, one segment is `*`, all the rest `>`, so write `{wildcard}`";

    // ---- placeholders
    text_beside_placeholder(name, of) = "a placeholder must be a whole segment; separate it with a `.`, or give it a type that reads the whole segment, `<{name}: {of}>`";
    unmatched_bracket() = "a placeholder begins with one `<` and ends with one `>`; write `<id>`";
    optional_placeholder(name) = "a segment is never optional; declare two lines, one with `<{name}>` and one without";
    malformed_placeholder(inner) = "`<{inner}>` is not a placeholder; write `<name>`, `<name: Type>`, `<name: a | b>` or, for all that is left, `<name..>`, with an identifier for the name, such as `worker_id`";
    malformed_tail(inner, name) = "`<{inner}>` is not a placeholder; a tail is written `<{name}..>` and takes all segments that are left";
    tail_with_type(inner, name) = "`<{inner}>` is not a placeholder; a tail is written `<{name}..>`, without a type, and takes all segments that are left";
    name_is_reserved(name) = "a placeholder becomes a field, so `{name}` cannot be its name; choose another name";
    missing_type() = "expected a type such as `u32`, or values such as `a | b`; for any text, remove the `:`";
    not_a_type() = "this cannot be the type of a placeholder; write one that implements `SegmentValue`, without `_` or `Self`, or values such as `a | b`";
    type_is_text(text) = "`{text}` cannot be a segment; for text, use a plain placeholder, which borrows and is checked, or the type `topics::Segment<'static>`";
    type_in_template(error) = "this type does not fit into a template: {error}; use a type alias with a shorter name";
    single_value(value) = "`{value}` looks like a single value; write it as a literal segment in place of the placeholder, or add values with `|`; a type with such a name is written with its path, such as `self::name`";
    value_is_type(name) = "`{name}` is a type, and `|` stands between values; write one type only, or, if the text is meant, `\"{name}\"`";
    empty_value() = "no value beside this `|`; remove it or add a value";
    value_is_no_segment() = "each value is one literal segment, such as `applied` in `<state: applied | failed>`; docs and attributes come before it";
    was_without_value() = "expected the text that this value had before, such as `done` in `<state: queued | applied was done>`";
    duplicate_value(value) = "`{value}` is already a value of this placeholder; remove this one";

    // ---- whole templates
    duplicate_placeholder(name, template) = "`<{name}>` is declared twice in `{template}`; rename one";
    tail_not_last(name) = "`<{name}..>` takes every remaining segment, so it must come last; no pattern could subscribe to what follows it";
    bad_derived_name(template) = "the literal segments of `{template}` make no name for its type; add `as Name`";
    bad_variant(value) = "`{value}` makes no name for its variant; use an enum of your own with `#[derive(SegmentValue)]`";
    variant_clash(value, other, name) = "`{other}` and `{value}` would both be the variant `{name}`; use an enum of your own with `#[derive(SegmentValue)]`";

    // ---- the hierarchy
    first_declared_here(template) = "`{template}` is first declared here";
    declared_elsewhere(name, line) = "`{name}` is already declared by the `topics!` on line {line}; remove this line, or add `as Name` to one";
    second_hierarchy(name, line) = "`{name}` is already declared by the `topics!` on line {line}; give this one another name, `pub enum Name;`";
    second_unnamed_hierarchy(line) = "this `topics!` and the one on line {line} have no header, so both would declare `AnyTopic`; give this one a name, `pub enum Name;`";
    same_topics(later, first) = "`{later}` and `{first}` match the same topics; remove one, or tell them apart by a literal segment";
    name_clash(first, later, name, remedy) = "{first} and {later} would both be `{name}`; {remedy}";
    type_is_generated(name) = "`{name}` is a type that this declaration generates; write the type with its path, such as `types::{name}`, or rename the line with `as Name`";
    circle(template, others) = "`{template}` and {others} others each win over the next in a circle; remove `#[first]` from one of them";
    both_are_first() = "both are `#[first]`";
    neither_is_more_specific() = "neither is more specific";
    write_first() = "write `#[first]` before the line that is meant";
    write_first_or_declare(topic) = "write `#[first]` before the line that is meant, declare `{topic}`";
    write_first_in_attribute() = "write `first` in the `#[topic(…)]` of the one that is meant";
    remove_first() = "remove it from one of them";
    first_with_arguments() = "`#[first]` takes no arguments; write `#[first]`";
    conditional(name) = "`{name}` cannot be inside `cfg_attr`; write it as an attribute of its own, if need be on one of two lines, under `#[cfg(x)]` and `#[cfg(not(x))]`";

    // ---- `#[derive(SegmentValue)]`
    derive_on_union() = "`SegmentValue` can be derived for an enum of units or a struct with one field, not for a union";
    derive_needs_one_field() = "`SegmentValue` can be derived only for a struct with exactly one field";
    newtype_of_text(text) = "`{text}` may hold text that is not a segment; use a `topics::Segment<'static>`, which is checked";
    derive_needs_variants() = "an enum without variants has no text; add a variant";
    derive_on_data_variant(variant) = "`{variant}` holds data, so its text is not known; make it a unit, or implement `SegmentValue` by hand";
    variants_share_text(first, later, text) = "`{first}` and `{later}` would both be `{text}`; rename one with `#[segment(rename = \"…\")]`";
    unknown_rename_rule(found, known) = "unknown rule `{found}`; expected one of {known}";
    unknown_container_option() = "unknown option; a type takes `prefix = \"…\"`, `suffix = \"…\"`, `crate = path` and, if it is an enum, `rename_all = \"…\"` and `value_only`";
    unknown_variant_option() = "unknown option; a variant takes `rename = \"…\"` and `alias = \"…\"`";
    option_is_no_text() = "expected a string literal, such as `rename = \"text\"`";
    alias_is_text(name, text) = "`{name}` has the text `{text}` already; remove this alias";
    option_without_effect() = "this option has no effect on a struct; remove it";
    repeated_option() = "this option is given twice; remove one";

    // ---- the enum of messages
    not_on_header(what) = "{what} applies to the whole hierarchy; put it before the header, `pub enum BusTopic;`";
    malformed_messages() = "write `#[messages]`, or `#[messages(Name, derive(Debug))]` to choose the name of the enum and what it derives";

    // ---- the lock
    lock_without_path() = "expected the path of the lock file, relative to `Cargo.toml`; write `#[lock = \"topics.lock\"]`";
    lock_without_manifest(path, error) = "`{path}` cannot be found without `CARGO_MANIFEST_DIR`, so build this with cargo: {error}";
    lock_missing(path) = "there is no `{path}` in the folder of this crate's `Cargo.toml`; create an empty file, and `TOPICS_LOCK=update cargo test` fills it";
    lock_unreadable(path, error) = "`{path}` cannot be read: {error}";
    lock_of_another(path, owner, name) = "`{path}` is the lock of `{owner}`; use another file for `{name}`, or, if `{owner}` has been renamed, write `{name}` in the first line of this one";

    // ---- `segment!`, `topic!` and `pattern!`
    segment_arguments() = "expected one string literal, as in `segment!(\"web-01\")`; for text that is not known while compiling, use `Segment::new`";
    topic_arguments() = "expected the name of a hierarchy and a string literal, as in `topic!(BusTopic, \"system.log\")`; without a hierarchy, use `TopicName::from_static`, and for text that is not known while compiling, `TopicName::new`";
    pattern_arguments() = "expected a string literal, alone or after the name of a hierarchy, as in `pattern!(BusTopic, \"system.{{worker}}.health\")`; for text that is not known while compiling, use `Pattern::new`";
    unclosed_brace() = "unclosed `{{`; write `{{{{` for a brace, or `{{name}}` to capture a variable";
    unopened_brace() = "unmatched `}}`; write `}}}}` for a brace";
    no_capture(name) = "only `pattern!` captures variables; make a segment of `{{{name}}}` with `Segment::new`, and a topic with the `new` of its type, or write `{{{{` and `}}}}` for braces";
    not_a_variable(name) = "`{{{name}}}` is not the name of a variable; bind the value, `let id = …;`, and write `{{id}}`, without a format";
    capture_beside_text(name) = "a captured variable must be a whole segment; separate `{{{name}}}` with a `.`, or put the whole segment into the variable";

    // ---- former names
    was_without_text() = "expected the whole former template as one string literal; write `#[was(\"old.<id>.name\")]`";
    was_with_others(former, line) = "`{former}` must have the placeholders of `{line}`, each as `<name>`; a topic that gains or loses a placeholder is another topic, so declare it as a line of its own";
    was_twice() = "the topic has this name already; remove this `#[was]`";
    was_another(former) = "`{former}` is another topic; remove this `#[was]`";
    was_with_other_parameters(former, other, topic) = "`{former}` and `{other}` are names of one topic and read different parameters from `{topic}`; remove this `#[was]`, or choose a template that does not overlap with a former one";

    // ---- `#[derive(Topic)]` and `#[derive(Topics)]`
    topic_is_struct() = "`Topic` is derived for a struct, whose fields are the parameters; for an enum of topics, derive `Topics`";
    topics_is_enum() = "`Topics` is derived for an enum, whose variants are topics; for a struct that is one topic, derive `Topic`";
    struct_without_template(name, suggestion) = "`{name}` has no template; write `#[topic(\"{suggestion}\")]` before it";
    variant_without_template(name, suggestion) = "`{name}` has no template; write `#[topic(\"{suggestion}\")]` before it, or let it wrap a struct that derives `Topic`";
    variant_of_many(name) = "a variant wraps one topic, or has a template and fields with names; write `{name}(SomeTopic)`, or `{name} {{ … }}` with `#[topic(\"…\")]` before it";
    wrapped_twice(name, first, of) = "`{first}` and `{name}` both wrap `{of}`; remove one";
    enum_without_variants() = "an enum without variants has no topics; add a variant";
    enum_with_types(name) = "`Topics` cannot be derived for an enum with type parameters; write a type in place of `{name}`";
    two_templates() = "a topic has one template; remove one `#[topic]`";
    topic_attribute_without_text() = "the template comes first, as a string literal; write `#[topic(\"system.<worker>.health\")]`";
    misplaced(name) = "`#[{name}]` belongs before a struct or variant that is one topic; move it there";
    unknown_topic_option() = "unknown option; after the template, `payload = Type`, `reply = Type` and `crate = path` may follow";
    unknown_topics_option() = "unknown option; an enum takes `crate = path`";
    unknown_wrapper_option() = "unknown option; a variant that wraps a hierarchy takes `under = \"tenant\"` and `first`";
    under_is_no_text() = "expected a string literal with the segments before the hierarchy; write `under = \"tenant\"`";
    under_with_template() = "`under` and `first` have no effect on a variant with a template; put the segments into the template, or write `#[topic(\"…\", first)]`";
    placeholder_in_under(placeholder) = "`under` takes literal segments only; remove `{placeholder}`";
    not_a_crate() = "expected the path to the crate `topics`, such as `crate = my_topics`";
    option_is_no_type() = "expected a type, such as `payload = Heartbeat`";
    reply_option_without_payload() = "a reply answers a payload; write `payload = Ping` beside it";
    unknown_option_of_variant() = "after its template, a variant takes only `first`; for a payload, wrap a struct that derives `Topic`, and write `#[topics(crate = path)]` before the enum";
    fields_without_names(name) = "a field has the name of its placeholder; write `{name} {{ id: … }}` instead of `{name}(…)`";
    placeholder_without_field(placeholder, holder) = "`{holder}` has no field for `{placeholder}`; add one whose type is `Segment<'a>`, a `SegmentValue`, or, for a tail, `Tail<'a>`";
    field_without_placeholder(name) = "no placeholder for the field `{name}`; add `<{name}>` to the template, or `<{name}..>` for a `Tail`, or remove the field";
    field_is_the_struct(name) = "`{name}` is this struct itself; write the type of the placeholder with its path, such as `types::{name}`";
    field_is_text(text) = "`{text}` cannot be a segment; for text, let the field be a `Segment<'a>`, which is checked and may borrow";
    type_in_attribute(name) = "the type of the field says what the placeholder takes; write `<{name}>`, and for values use an enum that derives `SegmentValue`";
    tail_and_field(name) = "a field of type `Tail<'a>` takes `<{name}..>`, and one of any other type `<{name}>`; change the field or the template";
    two_lifetimes(first) = "a topic borrows from one text, so it has one lifetime; use `{first}` here too";
    lifetime_in_bound() = "the lifetime of a topic cannot have bounds; remove this one";
}

/// Why a text is not a segment.
pub(crate) fn not_a_segment(error: &TextError) -> String {
    let remedy = match error.kind() {
        TextErrorKind::Empty => return empty_string(),
        TextErrorKind::Dot => "a segment has no `.`; join segments by dots outside of the quotes",
        _ => rule(error),
    };
    format!("`{}` is not a segment; {remedy}", Excerpt(error.text()))
}

/// Why the text of a literal macro is not what the macro makes.
pub(crate) fn bad_literal(what: &str, written: &str, error: &TextError) -> String {
    let remedy = match error.kind() {
        TextErrorKind::Empty if what == "a segment" => return empty_string(),
        TextErrorKind::Empty => "write at least one segment",
        TextErrorKind::EmptySegment => "it has an empty segment, so remove one `.`",
        TextErrorKind::Dot => "a segment has no `.`",
        TextErrorKind::Wildcard if what == "a topic" => {
            "a topic has no wildcards, so use `pattern!` to subscribe"
        }
        TextErrorKind::PartialWildcard if written.contains('<') => {
            "`<…>` belongs in a declaration, so write `*`, or capture a variable as in `{id}`"
        }
        TextErrorKind::PartialWildcard if written.contains('/') => {
            "segments are joined by `.`, not by `/`"
        }
        TextErrorKind::PartialWildcard => {
            "a wildcard is a whole segment, `*` for exactly one and `>` at the end for one or more"
        }
        TextErrorKind::TailNotLast => "`>` takes every remaining segment, so it must come last",
        _ => rule(error),
    };
    let text = if written.is_empty() { "\"\"" } else { written };
    format!("`{}` is not {what}; {remedy}", Excerpt(text))
}

/// The rule for characters that a text breaks.
fn rule(error: &TextError) -> &'static str {
    match error.kind() {
        TextErrorKind::Control => "a segment has no control characters",
        TextErrorKind::ReplacementCharacter => {
            "a segment has no U+FFFD, which stands for text that was lost"
        }
        _ => "a segment has no whitespace, `.`, `*` or `>`",
    }
}

pub(crate) fn declared_twice(template: &str, are_conditional: bool) -> String {
    let or = if are_conditional {
        ", or write the conditions as `#[cfg(x)]` and `#[cfg(not(x))]`, of which one holds"
    } else {
        ""
    };
    format!("`{template}` is declared twice; remove this one{or}")
}

/// Two templates match a topic, and neither wins; so it is between one of them and some others.
pub(crate) fn ambiguous(
    [first, second]: [Template<'_>; 2],
    topic: &str,
    others: usize,
    reason: &str,
    remedy: &str,
) -> String {
    let others = match others {
        0 => String::new(),
        others => format!("; likewise with {others} more"),
    };
    format!(
        "`{first}` and `{second}` both match `{topic}` and {reason}{others}; {remedy}, or rename one"
    )
}

/// A line of the lock that the declaration breaks, and the two ways out.
pub(crate) fn broken_promise(path: &str, change: &Change<'_>) -> String {
    let line = change.line().unwrap_or_default();
    let remedy = match change.kind() {
        ChangeKind::ValueRemoved { value, .. } => {
            format!("add it again, or write `was {value}` after the value that replaces it")
        }
        _ => "change it back".to_owned(),
    };
    format!(
        "this breaks line {line} of `{path}`: {change}; {remedy}, or delete that line to change it on purpose"
    )
}

/// The topics that the lock promises and nobody declares; none, if there are none.
pub(crate) fn broken_promises(path: &str, removed: &[Change<'_>]) -> Option<String> {
    const SHOWN: usize = 3;
    let shown = removed.iter().take(SHOWN).map(|change| {
        let entry = change.before().map(ToString::to_string);
        let (entry, line) = (entry.unwrap_or_default(), change.line().unwrap_or_default());
        match change.kind() {
            ChangeKind::Removed {
                nearest: Some(nearest),
            } => {
                format!("`{entry}` (line {line}, the nearest is `{nearest}`)")
            }
            _ => format!("`{entry}` (line {line})"),
        }
    });
    let shown = shown.collect::<Vec<_>>().join(", ");
    let more = match removed.len().checked_sub(SHOWN) {
        None | Some(0) => String::new(),
        Some(more) => format!(" and {more} more"),
    };
    let message = format!(
        "`{path}` promises topics that are no longer declared: {shown}{more}; declare them again, name each in \
         `#[was(\"…\")]` before the line or group that replaces it, or delete their lines from the lock to retire them on purpose"
    );
    (!removed.is_empty()).then_some(message)
}
