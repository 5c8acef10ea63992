//! The docs of what is generated: the pages that are read as the reference of a hierarchy.

use std::fmt::Write as _;

use proc_macro2::TokenStream;
use quote::quote;
use syn::{GenericArgument, PathArguments, Type};
use topics_core::{PlaceholderKind, Template, TemplateSegment};

use crate::analysis::{CheckedHierarchy, CheckedTopic};
use crate::hierarchy::{Kind, NameId, Origin, Parameter, Topic, Value};
use crate::source_text::source_text;

/// Text as it may stand between backticks in a table.
pub(super) fn code(text: &str) -> String {
    text.replace('|', "\\|")
}

/// The table of every topic.
pub(super) fn of_hierarchy(hierarchy: &CheckedHierarchy) -> TokenStream {
    let topics = &hierarchy.topics;
    let intro = if hierarchy.attributes.docs.is_empty() {
        "Every topic of this hierarchy.\n\n"
    } else {
        "\n\n"
    };
    let has_payloads = topics.iter().any(|topic| topic.payload.is_some());
    let payload = if has_payloads { " payload |" } else { "" };
    let payload_rule = if has_payloads { " --- |" } else { "" };
    let head = format!(
        "{intro}# Topics\n\n| type | template |{payload} meaning |\n| --- | --- |{payload_rule} --- |"
    );
    let rows = topics.iter().map(|topic| {
        let payload = match (&topic.payload, has_payloads) {
            (Some(payload), _) => format!(" {} |", linked(payload).replace('|', "\\|")),
            (None, true) => " |".to_owned(),
            (None, false) => String::new(),
        };
        let row = format!(
            "| [`{name}`] | `{template}` |{payload} {line} |",
            name = topic.name,
            template = code(topic.template().as_str()),
            line = topic.attributes.first_line().replace('|', "\\|"),
        );
        existing(topic, &row)
    });
    quote!(#[doc = #head] #(#rows)*)
}

/// A line of docs about a topic, which is there only if the topic is: links to it would lead nowhere.
fn existing(topic: &Topic, line: &str) -> TokenStream {
    let condition = topic.attributes.condition();
    condition.map_or_else(
        || quote!(#[doc = #line]),
        |condition| quote!(#[cfg_attr(#condition, doc = #line)]),
    )
}

/// What the user wrote about a topic is followed by what can be told from its template.
pub(super) fn of_topic(hierarchy: &CheckedHierarchy, topic: &CheckedTopic) -> TokenStream {
    let template = topic.template();
    let intro = if topic.attributes.docs.is_empty() {
        format!("The topic `{template}`.\n")
    } else {
        "\n".to_owned()
    };
    let group_docs = &topic.attributes.group_docs;
    let mut facts = "\n".to_owned();
    let mut row = |what: &str, text: &str| {
        // Writing to a string cannot fail.
        let _ = writeln!(facts, "- {what}: `{text}`");
    };
    row("template", template.as_str());
    if !topic.is_unit() {
        row("pattern", template.pattern().as_str());
        if let Some(example) = example(topic) {
            row("example", &example);
        }
    }
    for former in &topic.former {
        row("formerly", former.template().as_str());
    }
    for (what, of) in [("payload", &topic.payload), ("reply", &topic.reply)] {
        if let Some(of) = of {
            let _ = writeln!(facts, "- {what}: {}", linked(of));
        }
    }
    let more = topic.relations.winners.iter().filter_map(|shadow| {
        let (other, template) = named(hierarchy, shadow.winner)?;
        let (_, own) = named(hierarchy, shadow.loser)?;
        let line = match (shadow.is_more_specific, shadow.loser.former) {
            (true, None) => format!("`{template}` is more specific"),
            (true, Some(_)) => format!("`{template}` is more specific than the former `{own}`"),
            (false, None) => format!("`{template}` is read first"),
            (false, Some(_)) => format!("`{template}` is read before the former `{own}`"),
        };
        let shared = if shadow.is_more_specific {
            "it matches"
        } else {
            "both match"
        };
        let line = format!("\n{line}: what {shared} is read as [`{}`].", other.name);
        Some(existing(other, &line))
    });
    let less = topic.relations.losers.iter().filter_map(|shadow| {
        let (other, template) = named(hierarchy, shadow.loser)?;
        let (_, own) = named(hierarchy, shadow.winner)?;
        let own = match (shadow.is_more_specific, shadow.winner.former) {
            (true, None) => "More specific than".to_owned(),
            (true, Some(_)) => format!("The former `{own}` is more specific than"),
            (false, None) => "Read before".to_owned(),
            (false, Some(_)) => format!("The former `{own}` is read before"),
        };
        let shared = if shadow.is_more_specific {
            "both patterns match these topics, which are"
        } else {
            "the topics that both patterns match are"
        };
        let line = format!(
            "\n{own} [`{}`], `{template}`: {shared} read as this type.",
            other.name
        );
        Some(existing(other, &line))
    });
    let shadows: Vec<TokenStream> = more.chain(less).collect();
    let heading = (!shadows.is_empty()).then(|| quote!(#[doc = "\n# Overlaps\n"]));
    quote!(#[doc = #intro] #(#group_docs)* #[doc = #facts] #heading #(#shadows)*)
}

/// A type, in which each name is a link.
fn linked(of: &Type) -> String {
    let text = source_text(of);
    let Type::Path(path) = of else {
        return format!("`{text}`");
    };
    let Some((name, arguments)) = text.split_once('<') else {
        return format!("[`{text}`]");
    };
    match path.path.segments.last().map(|last| &last.arguments) {
        Some(PathArguments::AngleBracketed(types)) if path.qself.is_none() => {
            let types = types.args.iter().map(|argument| match argument {
                GenericArgument::Type(of) => linked(of),
                other => format!("`{}`", source_text(other)),
            });
            let types: Vec<String> = types.collect();
            format!("[`{}`]\\<{}\\>", name.trim(), types.join(", "))
        }
        _ => format!("`{name}<{arguments}`"),
    }
}

/// The topic that goes by a name, and the name.
fn named(hierarchy: &CheckedHierarchy, name: NameId) -> Option<(&Topic, Template<'_>)> {
    let name = hierarchy.name(name)?;
    Some((name.topic, name.template))
}

/// The table of the enum says what the topic means.
pub(super) fn of_variant(topic: &Topic) -> String {
    format!("`{}`", topic.template())
}

pub(super) fn of_parameter(parameter: &Parameter) -> String {
    let (name, takes) = (parameter_name(parameter), takes(parameter));
    format!("`{name}`: {takes}.")
}

fn parameter_name(parameter: &Parameter) -> String {
    let name = syn::ext::IdentExt::unraw(&parameter.field);
    match parameter.kind {
        Kind::Tail => format!("<{name}..>"),
        _ => format!("<{name}>"),
    }
}

/// What a placeholder takes.
fn takes(parameter: &Parameter) -> String {
    match &parameter.kind {
        Kind::Plain => "any one segment".to_owned(),
        Kind::Tail => "one or more segments".to_owned(),
        Kind::Typed(of) => format!("one segment, a `{}`", source_text(of)),
        Kind::Closed(closed) => {
            let values = closed.values.iter();
            let values = values.map(|value| format!("`{}`", value.text()));
            format!("one of {}", values.collect::<Vec<_>>().join(", "))
        }
    }
}

/// A value, and what else is read as it.
pub(super) fn of_value(value: &Value) -> String {
    let texts = value.texts.iter().map(|text| format!("`{text}`"));
    texts.collect::<Vec<_>>().join(", formerly ")
}

pub(super) fn of_closed(topic: &Topic, parameter: &Parameter) -> TokenStream {
    let name = parameter_name(parameter);
    let doc = format!(
        "\nThe values of `{name}` in [`{}`], `{}`.",
        topic.name,
        topic.template()
    );
    quote!(#[doc = #doc])
}

pub(super) fn of_pattern(hierarchy: &CheckedHierarchy, topic: &Topic) -> TokenStream {
    let of = match topic.origin {
        Origin::Declared | Origin::Own(_) => topic.name.to_string(),
        Origin::Variant(_) => format!("{}::{}", hierarchy.name, topic.name),
    };
    let doc = format!(
        "A pattern of topics of [`{of}`], `{}`.\n\n\
         It has a method for each placeholder, which sets it. A placeholder that is not set is a wildcard.",
        topic.template()
    );
    quote!(#[doc = #doc])
}

pub(super) fn of_shared_pattern(hierarchy: &CheckedHierarchy) -> TokenStream {
    let doc = format!(
        "A pattern of one line of [`{}`], returned by the `pattern()` of the line's struct, `T`.\n\n\
         It has a method for each placeholder of the line, which sets it. A placeholder that is not set is a wildcard. \
         `P` follows from `T`: you never need to write it.",
        hierarchy.name
    );
    quote!(#[doc = #doc])
}

/// Of the struct's `parse`.
pub(super) fn of_parse(topic: &CheckedTopic) -> String {
    let template = topic.template();
    let allocates = topic.has_text() && !topic.borrows();
    let cost = if allocates {
        "Copies the parameters that are text."
    } else if topic.borrows() {
        "Borrows from the text and does not allocate."
    } else {
        "Does not allocate."
    };
    if topic.is_unit() {
        let former = if topic.former.is_empty() {
            ""
        } else {
            ", or a former name of the topic"
        };
        return format!(
            "Parses the name `{template}`{former}.\n\n# Errors\n\nIf the text is anything else."
        );
    }
    let refused = topic
        .parameters()
        .any(|(_, parameter)| !parameter.kind.is_text());
    let refused = if refused {
        ", or if the type of a placeholder refuses its parameter"
    } else {
        ""
    };
    let another = if topic.relations.winners.is_empty() {
        ""
    } else {
        ", if it is a topic of another line, which wins"
    };
    format!(
        "Parses the name of a topic of `{template}`.\n\n{cost}\n\n# Errors\n\nIf the text is not a topic \
         of this template{another}{refused}."
    )
}

/// Of the function that returns the pattern of which no placeholder is set.
pub(super) fn of_pattern_function(topic: &Topic) -> String {
    let template = topic.template();
    let pattern = template.pattern();
    if topic.is_unit() {
        format!("Returns the pattern `{pattern}`, which matches this topic only.")
    } else {
        format!(
            "Returns the pattern `{pattern}`, whose methods set the placeholders of `{template}`."
        )
    }
}

/// Of the struct's `into_owned`.
pub(super) fn of_into_owned(topic: &Topic) -> &'static str {
    if topic.borrows() {
        "Copies what the topic borrows, so that it can outlive the text that it was parsed from."
    } else {
        "Returns the topic as it is, since it borrows nothing."
    }
}

/// A topic of the template, to show what one looks like; `None` if the text of some type is not known.
fn example(topic: &Topic) -> Option<String> {
    let template = topic.template();
    let segments = template.segments().map(|segment| match segment {
        TemplateSegment::Literal(text) => Some(text.to_owned()),
        TemplateSegment::Placeholder(placeholder) => match placeholder.kind() {
            PlaceholderKind::Closed(values) => values.clone().next().map(str::to_owned),
            PlaceholderKind::Typed(of) => example_of(of).map(str::to_owned),
            PlaceholderKind::Tail => Some(format!("{0}-1.{0}-2", placeholder.name())),
            _ => Some(format!("{}-1", placeholder.name())),
        },
    });
    Some(segments.collect::<Option<Vec<_>>>()?.join("."))
}

/// A value of a type whose text is known by the type's name.
fn example_of(of: &str) -> Option<&'static str> {
    match of.rsplit("::").next()? {
        "u8" | "u16" | "u32" | "u64" | "u128" | "usize" => Some("7"),
        "i8" | "i16" | "i32" | "i64" | "i128" | "isize" => Some("-7"),
        "bool" => Some("true"),
        "Uuid" => Some("67e55044-10b1-426f-9247-bb680e5fe0c8"),
        _ => None,
    }
}
