//! `segment!`, `topic!` and `pattern!`: text that is checked where it is written.
//!
//! ```text
//! tokens → input   the hierarchy, if there is one, and the string literal
//!        → text    braces read, and the text held to the rules
//!        → expand  a call into the runtime; for a hierarchy, a `const` that asks it while compiling
//! ```
//!
//! The templates of a hierarchy are known to the compiler, not to this macro, so what depends on them
//! is a `const` item whose evaluation fails. An item, not a `const` block: that would not be evaluated
//! in a function that is not used.

mod expand;
mod input;
mod text;

use proc_macro2::TokenStream;
use quote::quote;

use crate::errors::Errors;
use input::Input;
use text::Text;

/// Which of the macros it is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Segment,
    Topic,
    Pattern,
}

/// The tokens begin with the path to the runtime crate in brackets, as those of a declaration do.
pub(crate) fn expand(kind: Kind, tokens: TokenStream) -> TokenStream {
    let errors = &mut Errors::default();
    let expansion = Input::parse(kind, tokens, errors).and_then(|input| {
        let text = Text::read(kind, &input.literal, errors)?;
        Some(expand::expand(kind, &input, &text))
    });
    expansion.unwrap_or_else(|| {
        let errors = errors.take();
        quote!({ #errors })
    })
}
