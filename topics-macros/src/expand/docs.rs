//! The docs of what is generated: the pages that are read as the reference of a hierarchy.

use std::fmt::Display;

use proc_macro2::TokenStream;
use quote::quote;
use syn::{GenericArgument, PathArguments, Type};
use topics_core::{PlaceholderKind, TemplateSegment, Texts};

use crate::analysis::{CheckedHierarchy, CheckedTopic};
use crate::hierarchy::{Kind, Origin, Placeholder, Topic, Value};
use crate::source_text::source_text;

/// The table of every topic.
pub(super) fn of_hierarchy(hierarchy: &CheckedHierarchy) -> TokenStream {
    let topics = &hierarchy.topics;
    let intro = if hierarchy.attributes.docs.is_empty() {
        "Every topic of this hierarchy.\n\n"
    } else {
        "\n\n"
    };
    let has_payloads = topics.iter().any(|topic| topic.payload.is_some());
    let (payload, rule) = if has_payloads {
        (" payload |", " --- |")
    } else {
        ("", "")
    };
    let head = format!(
        "{intro}# Topics\n\n| type | template |{payload} meaning |\n| --- | --- |{rule} --- |"
    );
    let rows = topics.iter().map(|topic| {
        let mut cells = vec![
            format!("[`{}`]", topic.name),
            format!("`{}`", topic.template()),
        ];
        if has_payloads {
            cells.push(topic.payload.as_ref().map(linked).unwrap_or_default());
        }
        cells.push(topic.attributes.first_line());
        let cells = cells.into_iter().map(|cell| cell.replace('|', "\\|"));
        let row = format!("| {} |", cells.collect::<Vec<_>>().join(" | "));
        existing(topic, &row)
    });
    quote!(#[doc = #head] #(#rows)*)
}

/// A line of docs about a topic, which is there only if the topic is: links to it would lead nowhere.
fn existing(topic: &Topic, line: &str) -> TokenStream {
    match topic.attributes.condition() {
        None => quote!(#[doc = #line]),
        Some(condition) => quote!(#[cfg_attr(#condition, doc = #line)]),
    }
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
    let code = |text: &dyn Display| format!("`{text}`");
    let mut rows = vec![("template", code(&template))];
    if !topic.is_unit() {
        rows.push(("pattern", code(&template.pattern())));
        rows.extend(example(topic).map(|example| ("example", code(&example))));
    }
    let former = topic.former.iter();
    rows.extend(former.map(|former| ("formerly", code(&former.template()))));
    rows.extend(topic.payload.iter().map(|of| ("payload", linked(of))));
    rows.extend(topic.reply.iter().map(|of| ("reply", linked(of))));
    let rows = rows
        .iter()
        .map(|(what, text)| format!("- {what}: {text}\n"));
    let facts = "\n".to_owned() + &rows.collect::<Vec<_>>().concat();
    let relations = &topic.relations;
    let (lost, won) = (relations.winners.iter(), relations.losers.iter());
    let lost = lost.map(|shadow| (shadow.loser, shadow.winner, "that", shadow));
    let won = won.map(|shadow| (shadow.winner, shadow.loser, "this", shadow));
    let shadows = lost.chain(won).filter_map(|(own, other, winner, shadow)| {
        let (own, other) = (hierarchy.name(own)?.template, hierarchy.name(other)?);
        let why = if shadow.is_more_specific {
            "more specific"
        } else {
            "read first"
        };
        let line = format!(
            "\n`{own}` and `{}` of [`{}`] overlap: a name that both match is read as {winner} type, which is {why}.",
            other.template, other.topic.name
        );
        Some(existing(other.topic, &line))
    });
    let shadows: Vec<TokenStream> = shadows.collect();
    let heading = (!shadows.is_empty()).then(|| quote!(#[doc = "\n# Overlaps\n"]));
    if group_docs.is_empty() {
        let told = intro + &facts;
        return quote!(#[doc = #told] #heading #(#shadows)*);
    }
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

pub(super) fn of_parameter(parameter: &Placeholder) -> String {
    let takes = match &parameter.kind {
        Kind::Plain | Kind::Written(_) => "any one segment".to_owned(),
        Kind::Tail => "one or more segments".to_owned(),
        Kind::Typed(of) => format!("one segment, a `{}`", source_text(of)),
        Kind::Closed(closed) => {
            let values = closed.values.iter();
            let values = values.map(|value| format!("`{}`", value.text()));
            format!("one of {}", values.collect::<Vec<_>>().join(", "))
        }
    };
    format!("`{}`: {takes}.", parameter.bare())
}

/// A value, and what else is read as it.
pub(super) fn of_value(value: &Value) -> String {
    let texts = value.texts.iter().map(|text| format!("`{text}`"));
    texts.collect::<Vec<_>>().join(", formerly ")
}

pub(super) fn of_closed(topic: &Topic, parameter: &Placeholder) -> String {
    let (name, of, template) = (parameter.bare(), &topic.name, topic.template());
    format!("\nThe values of `{name}` in [`{of}`], `{template}`.")
}

pub(super) fn of_pattern(hierarchy: &CheckedHierarchy, topic: &Topic) -> String {
    let of = match topic.origin {
        Origin::Declared | Origin::Own(_) => topic.name.to_string(),
        Origin::Variant(_) => format!("{}::{}", hierarchy.name, topic.name),
    };
    format!(
        "A pattern of topics of [`{of}`], `{}`.\n\n\
         It has a method for each placeholder, which sets it. A placeholder that is not set is a wildcard.",
        topic.template()
    )
}

pub(super) fn of_shared_pattern(hierarchy: &CheckedHierarchy) -> String {
    format!(
        "A pattern of one line of [`{}`], returned by the `pattern()` of the line's struct, `T`.\n\n\
         It has a method for each placeholder of the line, which sets it. A placeholder that is not set is a wildcard. \
         `P` follows from `T`: you never need to write it.",
        hierarchy.name
    )
}

/// Of the struct's `new`.
pub(super) fn of_new(topic: &Topic) -> &'static str {
    if topic.is_unit() {
        "Builds the topic."
    } else if topic.has_text() {
        "Builds the topic from its parameters.\n\n# Errors\n\nIf a text breaks the rules for its placeholder; the \
         error names both."
    } else {
        "Builds the topic from its parameters."
    }
}

/// Of the struct's `parse`.
pub(super) fn of_parse(topic: &CheckedTopic) -> String {
    let template = topic.template();
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
    let cost = match (topic.borrows(), topic.has_text()) {
        (true, _) => "Borrows from the text and does not allocate.",
        (false, true) => "Copies the parameters that are text.",
        (false, false) => "Does not allocate.",
    };
    let mut errors = "If the text is not a topic of this template".to_owned();
    if !topic.relations.winners.is_empty() {
        errors += ", or belongs to another line, which wins";
    }
    if topic
        .parameters()
        .any(|parameter| !parameter.kind.is_text())
    {
        errors += ", or if the type of a placeholder refuses its parameter";
    }
    format!("Parses the name of a topic of `{template}`.\n\n{cost}\n\n# Errors\n\n{errors}.")
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

/// Of `into_owned`, where something is borrowed.
pub(super) const COPIES: &str =
    "Copies what the topic borrows, so that it can outlive the text that it was parsed from.";

/// Of the struct's `into_owned`.
pub(super) fn of_into_owned(topic: &Topic) -> &'static str {
    if topic.borrows() {
        COPIES
    } else {
        "Returns the topic as it is, since it borrows nothing."
    }
}

/// A topic of the template, to show what one looks like. A placeholder of a type of the user's stands for itself: the
/// compiler knows its texts, but not yet. `None` if there are only such.
fn example(topic: &Topic) -> Option<String> {
    let mut shows_any = false;
    let segments = topic.template().segments().map(|segment| {
        let TemplateSegment::Placeholder(placeholder) = segment else {
            return segment.to_string();
        };
        let name = placeholder.name();
        let text = match placeholder.kind() {
            PlaceholderKind::Closed(values) => values.clone().next().map(str::to_owned),
            PlaceholderKind::Typed("bool") => Some("true".to_owned()),
            PlaceholderKind::Typed("uuid::Uuid") => {
                Some("67e55044-10b1-426f-9247-bb680e5fe0c8".to_owned())
            }
            PlaceholderKind::Typed(of) => Texts::of_type(of).map(|_| "7".to_owned()),
            PlaceholderKind::Tail => Some(format!("{name}-1.{name}-2")),
            _ => Some(format!("{name}-1")),
        };
        shows_any |= text.is_some();
        text.unwrap_or_else(|| format!("<{name}>"))
    });
    let example = segments.collect::<Vec<_>>().join(".");
    shows_any.then_some(example)
}
