//! The implementations that all topics have, which generated code asks for by what is its own in them.
//!
//! The compiler writes the rest out many times faster than a macro that hands it every token could. Bodies come
//! with the names of what they use, `self` too, or these would not be theirs.

/// What a topic that is one line implements: [`Parts`](super::Parts), [`Line`](super::Line), and what follows
/// from these by rote.
///
/// First come its parameters, names and conditions: with the lifetime left out, and with the one it is read with.
#[doc(hidden)]
#[macro_export]
macro_rules! __implement_line {
    (
        [$($others:tt)*] [$($anonymous:tt)*] [$($conditions:tt)*]
        [$($generics:tt)*] [$($borrowed:tt)*] [$lifetime:lifetime]
        of_a [$($of_a:tt)*]
        owned [$($owned:tt)*]
        most_segments $most_segments:literal
        write($self:ident, $out:ident) $write:block
        read($split:ident, $name:ident, $is_known:ident) $read:block
        own($topic:ident) $own:block
        former { $($former:tt)* }
        former_names { $($former_names:tt)* }
    ) => {
        #[doc(hidden)]
        impl $($others)* $crate::__private::Parts for $($anonymous)* $($conditions)* {
            fn declared_by(&self) -> $crate::Template<'static> {
                Self::TEMPLATE
            }

            #[inline]
            fn write_parts<__W: $crate::__private::Write>(
                &$self,
                $out: &mut __W,
            ) -> $crate::__private::fmt::Result $write

            $($former_names)*
        }

        #[doc(hidden)]
        impl $($others)* $crate::__private::Line for $($anonymous)* $($conditions)* {
            const TEMPLATE: $crate::Template<'static> = Self::TEMPLATE;
            $($former)*
            type Ends = [$crate::__private::usize; $most_segments];
            type Of<'a> = $($of_a)*;
            type Owned = $($owned)*;

            #[inline]
            fn read<'a>(
                $split: &$crate::__private::Split<'a, '_>,
                $name: $crate::__private::usize,
                $is_known: $crate::__private::bool,
            ) -> $crate::__private::Result<$($of_a)*, $crate::__private::Refusal> $read

            fn own($topic: Self::Of<'_>) -> $($owned)* $own
        }

        impl $($others)* $crate::__private::Display for $($anonymous)* $($conditions)* {
            fn fmt(&self, __f: &mut $crate::__private::Formatter<'_>) -> $crate::__private::fmt::Result {
                $crate::__private::display(self, __f)
            }
        }

        impl $($generics)* $crate::__private::TryFrom<&$lifetime $crate::__private::str>
            for $($borrowed)* $($conditions)*
        {
            type Error = $crate::ParseError;

            fn try_from(
                __text: &$lifetime $crate::__private::str,
            ) -> $crate::__private::Result<Self, $crate::ParseError> {
                Self::parse(__text)
            }
        }
    };
}

/// What a struct that borrows text would derive otherwise.
///
/// A derive would write more than is needed: that a constant may be a pattern, which one with a text may not, and
/// that the types of the fields are `Eq`, which they are.
#[doc(hidden)]
#[macro_export]
macro_rules! __implement_derived {
    ($Topic:ident $name:literal { $($field:ident $field_name:literal,)* }) => {
        #[automatically_derived]
        impl $crate::__private::Clone for $Topic<'_> {
            #[inline]
            fn clone(&self) -> Self {
                Self { $($field: $crate::__private::Clone::clone(&self.$field),)* }
            }
        }

        #[automatically_derived]
        impl $crate::__private::Debug for $Topic<'_> {
            fn fmt(&self, __f: &mut $crate::__private::Formatter<'_>) -> $crate::__private::fmt::Result {
                let mut __debug = $crate::__private::Formatter::debug_struct(__f, $name);
                $($crate::__private::DebugStruct::field(&mut __debug, $field_name, &self.$field);)*
                $crate::__private::DebugStruct::finish(&mut __debug)
            }
        }

        #[automatically_derived]
        impl $crate::__private::PartialEq for $Topic<'_> {
            #[inline]
            fn eq(&self, __other: &Self) -> $crate::__private::bool {
                $(self.$field == __other.$field)&&*
            }
        }

        #[automatically_derived]
        impl $crate::__private::Eq for $Topic<'_> {}

        #[automatically_derived]
        impl $crate::__private::Hash for $Topic<'_> {
            #[inline]
            fn hash<__H: $crate::__private::Hasher>(&self, __state: &mut __H) {
                $($crate::__private::Hash::hash(&self.$field, __state);)*
            }
        }
    };
}
