//! What is done with each parameter of a topic, in macros to which generated code hands a list of them.
//!
//! Each is the name of a field, its index, what is said of it, and what is its own in code of its kind; first the locals
//! that hold what is read of it, and what is given for it:
//!
//! ```text
//! key 0 "key" text key key [__topics::IntoSegment<'a>] IntoSegment into_segment segment [],
//! state 1 "state" closed state state [State],
//! count 2 "count" typed count count [u16] __topics::value_of::<u16>(),
//! ```
//!
//! A text is made of what is given, and read, by functions of its kind; a field that owns it is freed of what it
//! borrows. What is done with a typed value is looked up; see `ValueOf`.
//!
//! The struct of a line is shown, read and freed of what it borrows by code of its own in `__implement_line`: there are
//! many lines, and to call a macro within a macro takes the compiler about as long as to take over all tokens of such a
//! body. What is here for that is for the variants of a user's enum.

// Shows a line and its parameters to `visit`.
#[doc(hidden)]
#[macro_export]
macro_rules! __shown {
    (
        $visit:ident $line:expr, [$(
            $field:ident $index:literal $said:literal
            $(text $text:ident $given:tt [$($bound:tt)*] $Into:ident $into:ident $part:ident [$($own:tt)*])?
            $(closed $closed:ident $given_closed:tt [$($Closed:tt)*])?
            $(typed $typed:ident $given_typed:tt [$($Typed:tt)*] $of:expr)?,
        )*]
    ) => {
        $crate::__private::Visit::line($visit, $line)
            $($(.text($text))? $(.closed($closed))? $(.typed($typed, $of))?)*
    };
}

// Reads a topic.
#[doc(hidden)]
#[macro_export]
macro_rules! __read {
    (
        $from:ident [$($topic:tt)*] [$(
            $field:ident $index:literal $said:literal
            $(text $text:ident $given:tt [$($bound:tt)*] $Into:ident $into:ident $part:ident [$($own:tt)*])?
            $(closed $closed:ident $given_closed:tt [$($Closed:tt)*])?
            $(typed $typed:ident $given_typed:tt [$($Typed:tt)*] $of:expr)?,
        )*]
    ) => {
        $crate::__private::Ok($($topic)* {
            $($field:
                $($from.$part($index) $($own)*)?
                $($from.value($index, <$($Closed)* as $crate::SegmentValue>::from_segment)?)?
                $($from.value($index, $of.from_segment)?)?,
            )*
        })
    };
}

// The topic, free of what it borrows.
#[doc(hidden)]
#[macro_export]
macro_rules! __owned {
    (
        [$($topic:tt)*] [$(
            $field:ident $index:literal $said:literal
            $(text $text:ident $given:tt [$($bound:tt)*] $Into:ident $into:ident $part:ident [$($own:tt)*])?
            $(closed $closed:ident $given_closed:tt [$($Closed:tt)*])?
            $(typed $typed:ident $given_typed:tt [$($Typed:tt)*] $of:expr)?,
        )*]
    ) => {
        $($topic)* { $($field: $($text.into_owned())? $($closed)? $($typed)?,)* }
    };
}

// The methods that set the placeholders of a pattern. What is said of a parameter is the doc of its method.
#[doc(hidden)]
#[macro_export]
macro_rules! __setters {
    (
        [$visibility:vis fn] $lifetime:lifetime [$(
            $field:ident $index:literal $said:literal
            $(text $text:ident $given:tt [$($bound:tt)*] $Into:ident $into:ident $part:ident [$($own:tt)*])?
            $(closed $closed:ident $given_closed:tt [$($Closed:tt)*])?
            $(typed $typed:ident $given_typed:tt [$($Typed:tt)*] $of:expr)?,
        )*]
    ) => {
        $(
            $(
                #[doc = $said]
                ///
                /// # Errors
                ///
                /// If the text cannot be the parameter of the placeholder.
                $visibility fn $given<$lifetime>(
                    self,
                    $given: impl $($bound)*,
                ) -> $crate::__private::Result<Self, $crate::BuildError> {
                    $crate::__private::Ok(Self(
                        $crate::__private::bound::text(self.0, $index, $crate::__private::$Into::$into($given))?,
                        self.1,
                    ))
                }
            )?
            $(
                #[doc = $said]
                #[must_use]
                $visibility fn $given_closed(self, $given_closed: $($Closed)*) -> Self {
                    Self(
                        $crate::__private::bound::value(
                            self.0,
                            $index,
                            &$given_closed,
                            $crate::__private::value_of::<$($Closed)*>(),
                        ),
                        self.1,
                    )
                }
            )?
            $(
                #[doc = $said]
                #[must_use]
                $visibility fn $given_typed(self, $given_typed: $($Typed)*) -> Self {
                    Self($crate::__private::bound::value(self.0, $index, &$given_typed, $of), self.1)
                }
            )?
        )*
    };
}
