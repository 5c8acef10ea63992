//! `#[topic("system.<worker>.health", payload = Ping, reply = Heartbeat, first, crate = path)]` on a type of the
//! user's, or on a variant.

use syn::{Attribute, Type};

use super::{Options, Path, Segment};
use crate::errors::Errors;
use crate::messages;

#[derive(Default)]
pub(crate) struct TopicAttribute {
    /// The template; `None` if it is faulty, which has been reported.
    pub(crate) path: Option<Path>,
    pub(crate) payload: Option<Type>,
    pub(crate) reply: Option<Type>,
    pub(crate) krate: Option<syn::Path>,
    /// Whether it is read first where neither of two is more specific.
    pub(crate) is_first: bool,
}

impl TopicAttribute {
    /// Reads the one `#[topic(…)]` among some attributes; any other is reported.
    pub(crate) fn parse(
        attributes: &[Attribute],
        is_variant: bool,
        errors: &mut Errors,
    ) -> Option<Self> {
        let mut own = attributes.iter();
        let first = own.find(|attribute| attribute.path().is_ident("topic"))?;
        errors.refuse(own.as_slice(), "topic", messages::two_templates());
        let mut parsed = Self::default();
        let expected = messages::topic_attribute_without_text();
        let mut given = Options::of(std::slice::from_ref(first), "topic", &expected, errors);
        match given.take_unnamed() {
            Some(text) => {
                let text = text.value(&expected, errors);
                parsed.path = text.and_then(|text| Path::parse_text(&text, errors));
                let segments = parsed.path.as_ref().map(|path| &path.segments[..]);
                if let Some([Segment::Literal(only)]) = segments
                    && only.text.contains('/')
                {
                    let dotted = only.text.replace('/', ".");
                    errors.add(only.place, messages::slashes_in_attribute(dotted));
                }
            }
            None => given.refuse_first(&["payload", "reply", "crate", "first"], &expected, errors),
        }
        if !is_variant {
            let expected = messages::option_is_no_type();
            let (payload, reply) = (given.take("payload"), given.take("reply"));
            if let (None, Some(reply)) = (&payload, &reply) {
                errors.add(reply.place, messages::reply_option_without_payload());
            } else {
                parsed.payload = payload.and_then(|payload| payload.value(&expected, errors));
                parsed.reply = reply.and_then(|reply| reply.value(&expected, errors));
            }
            parsed.krate = given.value("crate", &messages::not_a_crate(), errors);
        }
        if let Some(first) = given.take("first") {
            parsed.is_first = true;
            if first.has_value() {
                errors.add(first.place, messages::first_with_arguments());
            }
        }
        let unknown = if is_variant {
            messages::unknown_option_of_variant()
        } else {
            messages::unknown_topic_option()
        };
        given.refuse_rest(&unknown, errors);
        Some(parsed)
    }
}
