//! From a checked text to tokens.

use proc_macro2::{Literal, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::{Path, PathArguments};

use super::Kind;
use super::input::Input;
use super::text::Text;

pub(super) fn expand(kind: Kind, input: &Input, text: &Text) -> TokenStream {
    // The place of the literal, in code that is still the macro's: there the error of a check is shown.
    let span = Span::call_site().located_at(input.literal.span());
    let krate = &input.krate;
    let private = quote_spanned!(span=> #krate::__private);
    let shape = string(&text.shape, span);
    let value = match kind {
        Kind::Segment => return quote_spanned!(span=> #private::checked_segment(#shape)),
        Kind::Topic => quote_spanned!(span=> #private::checked_topic(#shape)),
        Kind::Pattern => pattern(text, &private, span),
    };
    let Some(path) = &input.hierarchy else {
        return value;
    };
    let hierarchy = marker(path, span);
    let check = match kind {
        Kind::Topic => quote_spanned!(span=> check_topic),
        _ => quote_spanned!(span=> check_pattern),
    };
    let value = match kind {
        Kind::Pattern => {
            let of = if text.captures.is_empty() {
                quote_spanned!(span=> pattern_of)
            } else {
                quote_spanned!(span=> captured_pattern_of)
            };
            quote_spanned!(span=> #private::#of(#hierarchy, #value))
        }
        _ => value,
    };
    let name = path.segments.last().map(|last| last.ident.to_string());
    let name = string(&name.unwrap_or_default(), span);
    let written = string(&text.written, span);
    quote_spanned! {span=>
        {
            // A large hierarchy takes more steps than the compiler thinks wise.
            #[allow(long_running_const_eval)]
            const _: () = #private::#check(#hierarchy, #name, #shape, #written);
            #value
        }
    }
}

fn pattern(text: &Text, private: &TokenStream, span: Span) -> TokenStream {
    if text.captures.is_empty() {
        let shape = string(&text.shape, span);
        return quote_spanned!(span=> #private::checked_pattern(#shape));
    }
    let around = text.around.iter().map(|text| string(text, span));
    let captures = &text.captures;
    quote_spanned! {span=>
        {
            use #private::Capture as _;
            #private::captured(&[#(#around),*], [#(#captures.__topics_capture()),*])
        }
    }
}

/// What the hierarchy's type carries for the macros. Found by a path in an expression, where a lifetime
/// may be left out without a lint.
fn marker(path: &Path, span: Span) -> TokenStream {
    let is_generic = |arguments: &PathArguments| !matches!(arguments, PathArguments::None);
    let is_generic = path.segments.iter().any(|it| is_generic(&it.arguments));
    let path = if is_generic {
        quote!(<#path>)
    } else {
        quote!(#path)
    };
    quote_spanned!(span=> #path::HIERARCHY)
}

fn string(text: &str, span: Span) -> Literal {
    let mut literal = Literal::string(text);
    literal.set_span(span);
    literal
}
