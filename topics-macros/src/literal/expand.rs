//! From a checked text to tokens.

use proc_macro2::{Delimiter, Group, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::Path;

use super::Kind;
use super::input::Input;
use super::text::Text;

/// With a hierarchy, a block with an item that asks it while compiling.
pub(super) fn expand(kind: Kind, input: &Input, text: &Text) -> TokenStream {
    let krate = &input.krate;
    let private = quote!(#krate::__private);
    let shape = &text.shape;
    let value = match kind {
        Kind::Segment => return quote!(#private::checked_segment(#shape)),
        Kind::Topic => quote!(#private::checked_topic(#shape)),
        Kind::Pattern => pattern(input, text, &private),
    };
    let Some(path) = &input.hierarchy else {
        return value;
    };
    let hierarchy = marker(path);
    let name = path.segments.last().map(|last| last.ident.to_string());
    let is_pattern = kind == Kind::Pattern;
    let texts = [&*name.unwrap_or_default(), shape, &*input.literal.value()];
    // A panic is shown at the call: from its first token to its last. Both are parentheses, since an editor finds
    // whatever has a name behind the literal too.
    let in_parentheses = |tokens| {
        let mut group = Group::new(Delimiter::Parenthesis, tokens);
        group.set_span(input.literal.span());
        group
    };
    let function = in_parentheses(quote!(#private::check_literal));
    let arguments = in_parentheses(quote!(#hierarchy, #is_pattern, #(#texts),*));
    let value = match kind {
        Kind::Pattern if text.captures.is_empty() => {
            quote!(#private::pattern_of(#hierarchy, #value))
        }
        Kind::Pattern => quote!(#private::captured_pattern_of(#hierarchy, #value)),
        _ => value,
    };
    quote!({
        #[allow(unused_imports)]
        use #private::Named as _;
        // A large hierarchy takes more steps than the compiler thinks wise.
        #[allow(long_running_const_eval, unused_parens)]
        const _: () = #function #arguments;
        #value
    })
}

fn pattern(input: &Input, text: &Text, private: &TokenStream) -> TokenStream {
    if text.captures.is_empty() {
        let shape = &text.shape;
        // In a block of its own, so that it is made while compiling wherever it stands.
        return quote!(const { #private::checked_pattern(#shape) });
    }
    // A variable of an unfit type is shown at the literal.
    let mut captures = text.captures.iter();
    let reference = |variable| quote_spanned!(input.literal.span()=> &#variable);
    // A pattern of a hierarchy has its root elsewhere, and one segment at the front.
    if let ([before, around @ ..], None) = (&*text.around, &input.hierarchy)
        && before.is_empty()
        && let Some(front) = captures.next().map(reference)
    {
        let captures = captures.map(reference);
        return quote!(#private::captured_behind(
            #private::capture_front(#front),
            &[#(#around),*],
            [#(#private::capture(#captures)),*]
        ));
    }
    let (around, captures) = (&text.around, captures.map(reference));
    quote!(#private::captured(&[#(#around),*], [#(#private::capture(#captures)),*]))
}

/// What the hierarchy's type carries for the macros. Found by a path in an expression, where a lifetime
/// may be left out without a lint.
fn marker(path: &Path) -> TokenStream {
    let is_generic = path.segments.iter().any(|it| !it.arguments.is_none());
    let last = path.segments.last();
    let span = last.map_or_else(Span::call_site, |last| last.ident.span());
    if is_generic {
        quote_spanned!(span=> <#path>::HIERARCHY)
    } else {
        quote_spanned!(span=> #path::HIERARCHY)
    }
}
