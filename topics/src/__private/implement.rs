//! The implementations that all topics have, which generated code asks for by what is its own in them.
//!
//! The compiler writes the rest out many times faster than a macro that hands it every token could. Nothing here
//! has code of its own: it is all calls of what is compiled where it is used. Expressions come with the names of
//! what they use, `self` too, or these would not be theirs.

// What both the struct of a line and the enum over all lines have: methods, beside items of their own, and the traits
// that go with these.
//
// First come its parameters, names and conditions: with the lifetime left out, and with the one it is read with.
#[doc(hidden)]
#[macro_export]
macro_rules! __implement_topic {
    (
        [$($others:tt)*] [$($anonymous:tt)*] [$($conditions:tt)*]
        [$($with_lifetime:tt)*] [$($ty:tt)*] [$lifetime:lifetime]
        of_a [$($of_a:tt)*]
        owned [$($owned:tt)*]
        [$visibility:vis fn] [$($generics:tt)*] [$source:ty] [$text:ty]
        items { $($items:tt)* }
        $parse:ident $parse_doc:literal $own_doc:literal
        $(former $former:block)?
        $(parse_with_template $by_with_template:ident)?
        parts($self:ident, $visit:ident) $parts:block
    ) => {
        impl $($generics)* $($ty)* $($conditions)* {
            $($items)*

            #[doc = $parse_doc]
            #[inline]
            $visibility fn $parse(text: $source) -> $crate::__private::Result<Self, $crate::ParseError> {
                $crate::__private::parse::<Self>(text)
            }

            $(
                /// Parses the name of a topic, and returns the template that it matched, which may be a former one.
                ///
                /// # Errors
                ///
                /// Same as [`parse`](Self::parse).
                #[inline]
                $visibility fn parse_with_template(
                    text: $source,
                ) -> $crate::__private::Result<(Self, $crate::Template<'static>), $crate::ParseError> {
                    $crate::__private::$by_with_template::<Self>(text)
                }
            )?

            /// Returns the name of the topic, as checked text.
            #[inline]
            #[must_use]
            $visibility fn name(&self) -> $crate::TopicName<'static> {
                $crate::__private::name(self)
            }

            /// Appends the name of the topic to a string. This is the quickest way if the string is reused.
            #[inline]
            $visibility fn write_to(&self, out: &mut $crate::__private::String) {
                $crate::__private::write_to(self, out);
            }

            $(
                /// The former templates, in the order of the declaration; `parse` accepts their names too.
                $visibility const FORMER: &'static [$crate::Template<'static>] = $former;

                /// Returns the former names of the topic.
                #[must_use]
                $visibility fn former_names(&self) -> $crate::__private::Vec<$crate::TopicName<'static>> {
                    $crate::__private::former_names(self)
                }
            )?

            #[doc = $own_doc]
            #[inline]
            #[must_use]
            $visibility fn into_owned(self) -> $($owned)* {
                <Self as $crate::__private::Member>::own(self)
            }
        }

        #[doc(hidden)]
        impl $($others)* $crate::__private::Parts for $($anonymous)* $($conditions)* {
            #[inline]
            fn parts<AnyVisit: $crate::__private::Visit>(&$self, $visit: AnyVisit) -> AnyVisit $parts
        }

        impl $($others)* $crate::__private::Display for $($anonymous)* $($conditions)* {
            #[inline]
            fn fmt(&self, f: &mut $crate::__private::Formatter<'_>) -> $crate::__private::fmt::Result {
                $crate::__private::display(self, f)
            }
        }

        impl $($generics)* $crate::__private::TryFrom<$text> for $($ty)* $($conditions)* {
            // A topic may be called `Error`, and then `Self::Error` would be that variant.
            type Error = $crate::ParseError;

            #[inline]
            fn try_from(text: $text) -> $crate::__private::Result<Self, $crate::ParseError> {
                Self::parse(text)
            }
        }

        impl $($others)* $crate::__private::FromStr for $($owned)* $($conditions)* {
            type Err = $crate::ParseError;

            #[inline]
            fn from_str(text: &$crate::__private::str) -> $crate::__private::Result<Self, $crate::ParseError> {
                $crate::__private::parse_owned::<Self>(text)
            }
        }
    };
}

// What a topic that is one line is and does. `new` comes as what stands before its parameters, what it returns, and what
// the topic is put in there; `derived` has a condition that is never met, where the user writes what is derived otherwise;
// and `borrows` is a condition that is met if a field borrows its text.
#[doc(hidden)]
#[macro_export]
macro_rules! __implement_line {
    (
        [$($others:tt)*] [$($anonymous:tt)*] [$($conditions:tt)*]
        [$($generics:tt)*] [$($ty:tt)*] [$lifetime:lifetime]
        of_a [$($of_a:tt)*]
        owned [$($owned:tt)*]
        fields [$(
            $field:ident $index:literal $name:literal
            $(text $text:ident $given:tt [$($bound:tt)*] $Into:ident $into:ident $part:ident [$($own:tt)*])?
            $(closed $closed:ident $given_closed:tt [$($Closed:tt)*])?
            $(typed $typed:ident $given_typed:tt [$($Typed:tt)*] $of:expr)?,
        )*]
        derived [$(#[$derived:meta])*]
        borrows [$($borrows:tt)*]
        [$visibility:vis fn] [$($own_generics:tt)*] [$source:ty]
        $Topic:ident $template_doc:literal
        new [$($new:tt)*] [$($output:tt)*] [$($in:tt)*]
        pattern [$($pattern:tt)*] [$($Pattern:tt)*] $PatternName:ident $pattern_text:literal
        $parse:ident $parse_doc:literal $own_doc:literal
        $([$($former:tt)*])?
        placeholders [$($placeholders:tt)*]
        most_segments $most_segments:literal
        description [$($description:tt)*]
        owner { $($owner:tt)* }
    ) => {
        $crate::__implement_topic! {
            [$($others)*] [$($anonymous)*] [$($conditions)*]
            [$($generics)*] [$($ty)*] [$lifetime]
            of_a [$($of_a)*]
            owned [$($owned)*]
            [$visibility fn] [$($own_generics)*] [$source] [$source]
            items {
                #[doc = $template_doc]
                $visibility const TEMPLATE: $crate::Template<'static> =
                    <Self as $crate::__private::Line>::DESCRIPTION.present.template;

                $($new)*(
                    $($($given: impl $($bound)*)? $($given_closed: $($Closed)*)? $($given_typed: $($Typed)*)?),*
                ) -> $($output)* {
                    $($in)*(Self {
                        $($field:
                            $($crate::__private::text(
                                $crate::__private::$Into::$into($given),
                                Self::TEMPLATE,
                                $name,
                            )? $($own)*)?
                            $($given_closed)?
                            $($given_typed)?,
                        )*
                    })
                }

                $($pattern)*() -> $($Pattern)* {
                    $PatternName(
                        $crate::__private::bound::unset(<Self as $crate::__private::Line>::DESCRIPTION, $pattern_text),
                        $crate::__private::Marker,
                    )
                }
            }
            $parse $parse_doc $own_doc
            $($($former)*)?
            parts(self, visit) {
                let Self { $($field),* } = self;
                $crate::__private::Visit::line(visit, <Self as $crate::__private::Line>::DESCRIPTION)
                    $($(.text($text))? $(.closed($closed))? $(.typed($typed, $of))?)*
            }
        }

        $crate::__implement_derived! {
            [$(#[$derived])*] [] [$($anonymous)*] []
            clone(self) {
                Self {
                    $($field:
                        $($crate::__private::Clone::clone(&self.$text))?
                        $($crate::__private::Clone::clone(&self.$closed))?
                        $(($of.clone)(&self.$typed))?,
                    )*
                }
            }
            eq(self, other) {
                true $(&&
                    $(self.$text == other.$text)?
                    $(self.$closed == other.$closed)?
                    $(($of.eq)(&self.$typed, &other.$typed))?
                )*
            }
            debug(self, f) { $crate::__private::debug(self, f) }
            hash(self, state) { $crate::__private::hash(self, state) }
        }

        #[doc(hidden)]
        impl $($others)* $crate::__private::Line for $($anonymous)* $($conditions)* {
            const DESCRIPTION: &'static $crate::__private::Description =
                &$($description)*;
            $($owner)*
            type Ends = [$crate::__private::usize; $most_segments];
            type As<'a> = $($of_a)*;
            type Placeholders = $($placeholders)*;

            #[inline]
            fn read<'a>(
                from: &$crate::__private::Source<'a, '_>,
            ) -> $crate::__private::Result<$($of_a)*, $crate::__private::Refusal> {
                $crate::__private::Ok($Topic {
                    $($field:
                        $(from.$part($index) $($own)*)?
                        $(from.value($index, <$($Closed)* as $crate::SegmentValue>::from_segment)?)?
                        $(from.value($index, $of.from_segment)?)?,
                    )*
                })
            }

            #[cfg($($borrows)*)]
            #[inline]
            fn own(topic: <Self as $crate::__private::Line>::As<'_>) -> $($owned)* {
                let $Topic { $($field),* } = topic;
                $Topic { $($field: $($text.into_owned())? $($closed)? $($typed)?,)* }
            }

            // Not taken apart, since it may implement `Drop`.
            #[cfg(not($($borrows)*))]
            #[inline]
            fn own(topic: <Self as $crate::__private::Line>::As<'_>) -> $($owned)* {
                topic
            }
        }
    };
}

// What the struct of a line, the enum of a declaration, or a pattern would derive otherwise. First come the parameters of
// the type, the type, and its conditions.
//
// A derive would generate more than is needed: that a constant may be used as a pattern, which a text may not, and bounds
// on the parameters and the types of the fields, which hold anyway.
#[doc(hidden)]
#[macro_export]
macro_rules! __implement_derived {
    (
        [$(#[$attribute:meta])*] [$($generics:tt)*] [$($ty:tt)*] [$($conditions:tt)*]
        clone($cloned:ident) $clone:block
        eq($this:ident, $other:ident) $eq:block
        debug($shown:ident, $f:ident) $debug:block
        hash($hashed:ident, $state:ident) $hash:block
    ) => {
        $(#[$attribute])*
        #[automatically_derived]
        impl $($generics)* $crate::__private::Clone for $($ty)* $($conditions)* {
            #[inline]
            fn clone(&$cloned) -> Self $clone
        }

        $(#[$attribute])*
        #[automatically_derived]
        impl $($generics)* $crate::__private::PartialEq for $($ty)* $($conditions)* {
            #[inline]
            fn eq(&$this, $other: &Self) -> $crate::__private::bool $eq
        }

        $(#[$attribute])*
        #[automatically_derived]
        impl $($generics)* $crate::__private::Eq for $($ty)* $($conditions)* {}

        $(#[$attribute])*
        #[automatically_derived]
        impl $($generics)* $crate::__private::Debug for $($ty)* $($conditions)* {
            #[inline]
            fn fmt(&$shown, $f: &mut $crate::__private::Formatter<'_>) -> $crate::__private::fmt::Result $debug
        }

        $(#[$attribute])*
        #[automatically_derived]
        impl $($generics)* $crate::__private::Hash for $($ty)* $($conditions)* {
            fn hash<AnyHasher: $crate::__private::Hasher>(&$hashed, $state: &mut AnyHasher) $hash
        }
    };
}

// What the enum over a hierarchy implements, after the same.
#[doc(hidden)]
#[macro_export]
macro_rules! __implement_hierarchy {
    (
        [] [$($anonymous:tt)*] [$($conditions:tt)*]
        [$($generics:tt)*] [$($borrowed:tt)*] [$lifetime:lifetime]
        of_a [$($of_a:tt)*]
        owned [$($owned:tt)*]
        lines [$($lines:tt)*]
        most_segments [$($most_segments:tt)*]
        find($split:ident, $refused:ident) $find:block
        own($topic:ident) $own:block
    ) => {
        #[doc(hidden)]
        impl $crate::__private::Member for $($anonymous)* {
            const LINES: &'static [$crate::__private::lines::Names] = $($lines)*;
            const PRESENT: &'static [$crate::Template<'static>] = <Self as $crate::Hierarchy>::TEMPLATES;
            type Room = [$crate::__private::usize; $($most_segments)*];
            type As<'a> = $($of_a)*;
            type Owned = $($owned)*;

            #[inline]
            fn own($topic: <Self as $crate::__private::Member>::As<'_>) -> $($owned)* $own

            #[inline]
            fn find<'a>(
                $split: &$crate::__private::Split<'a, '_>,
                $refused: &mut $crate::__private::Refusals,
            ) -> $crate::__private::Option<$($of_a)*> $find
        }

        impl $crate::ParseTopic for $($anonymous)* {
            type Of<'a> = $($of_a)*;

            #[inline]
            fn parse_from(text: &$crate::__private::str) -> $crate::__private::Result<$($anonymous)*, $crate::ParseError> {
                $crate::__private::parse::<Self>(text)
            }

            #[inline]
            fn into_owned(topic: $($anonymous)*) -> $($owned)* {
                <Self as $crate::__private::Member>::own(topic)
            }
        }

        impl $crate::Hierarchy for $($anonymous)* {
            const TEMPLATES: &'static [$crate::Template<'static>] = &$crate::__private::lines::Which::Present.templates::<
                { <$($owned)* as $crate::__private::Member>::LINES.len() },
            >(<$($owned)* as $crate::__private::Member>::LINES);

            const FORMER: &'static [$crate::Template<'static>] = &$crate::__private::lines::Which::Former.templates::<
                { $crate::__private::lines::Which::Former.count(<$($owned)* as $crate::__private::Member>::LINES) },
            >(<$($owned)* as $crate::__private::Member>::LINES);

            const FIRST: &'static [$crate::Template<'static>] = &$crate::__private::lines::Which::First.templates::<
                { $crate::__private::lines::Which::First.count(<$($owned)* as $crate::__private::Member>::LINES) },
            >(<$($owned)* as $crate::__private::Member>::LINES);

        }
    };
}

// What the enum of a declaration is and does. Each variant comes as its conditions, its name, the parameters of an `impl`
// for it, and the topic that it is around: borrowing, and borrowing nothing.
#[doc(hidden)]
#[macro_export]
macro_rules! __implement_enum {
    (
        [] [$($anonymous:tt)*] []
        [$($generics:tt)*] [$($ty:tt)*] [$lifetime:lifetime]
        of_a [$($of_a:tt)*]
        owned [$($owned:tt)*]
        topic { $($topic:tt)* }
        variants $Any:ident $Of:ty {
            $([$($cfg:tt)*] $Variant:ident [$($of_generics:tt)*] [$($of:tt)*] [$($of_owned:tt)*],)*
        }
        hierarchy { $($hierarchy:tt)* }
    ) => {
        $crate::__implement_topic! {
            [] [$($anonymous)*] []
            [$($generics)*] [$($ty)*] [$lifetime]
            of_a [$($of_a)*]
            owned [$($owned)*]
            $($topic)*
            parts(self, visit) {
                match *self {
                    $($($cfg)* Self::$Variant(ref topic) => $crate::__private::Parts::parts(topic, visit),)*
                }
            }
        }

        $crate::__implement_hierarchy! {
            [] [$($anonymous)*] []
            [$($generics)*] [$($ty)*] [$lifetime]
            of_a [$($of_a)*]
            owned [$($owned)*]
            lines [&[$($($cfg)* $crate::__private::names::<$($of_owned)*>(),)*]]
            $($hierarchy)*
            own(topic) {
                match topic {
                    $($($cfg)* $Any::$Variant(topic) => $Any::$Variant(topic.into_owned()),)*
                }
            }
        }

        $crate::__implement_derived! {
            [] [] [$($anonymous)*] []
            clone(self) {
                match *self {
                    $($($cfg)* Self::$Variant(ref topic) => Self::$Variant($crate::__private::Clone::clone(topic)),)*
                }
            }
            eq(self, other) {
                match (self, other) {
                    $(
                        $($cfg)*
                        (Self::$Variant(topic), Self::$Variant(other)) => $crate::__private::PartialEq::eq(topic, other),
                    )*
                    _ => false,
                }
            }
            debug(self, f) { $crate::__private::debug_variant(self, f) }
            hash(self, state) { $crate::__private::hash(self, state) }
        }

        $(
            $($cfg)*
            impl $($of_generics)* $crate::__private::From<$($of)*> for $Of {
                #[inline]
                fn from(topic: $($of)*) -> Self {
                    Self::$Variant(topic)
                }
            }
        )*
    };
}

// What the enum of a closed placeholder implements.
#[doc(hidden)]
#[macro_export]
macro_rules! __implement_closed {
    (
        [$visibility:vis const] $Value:ident $texts:literal [$($variant:ident $name:literal $written:literal,)*]
        read($text:ident) $read:block
    ) => {
        impl $Value {
            /// All values, in the order they were declared.
            $visibility const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The segment of this value.
            #[inline]
            #[must_use]
            $visibility const fn as_str(self) -> &'static $crate::__private::str {
                // The compiler's work on a `match`, and on a derived `Debug`, grows with the square of its arms.
                const TEXTS: &[&$crate::__private::str] = &[$($written),*];
                TEXTS[self as $crate::__private::usize]
            }
        }

        #[automatically_derived]
        impl $crate::__private::Debug for $Value {
            fn fmt(&self, f: &mut $crate::__private::Formatter<'_>) -> $crate::__private::fmt::Result {
                const NAMES: &[&$crate::__private::str] = &[$($name),*];
                $crate::__private::Formatter::write_str(f, NAMES[*self as $crate::__private::usize])
            }
        }

        $crate::__implement_serde! { [$Value] [$Value] [$Value] }
        $crate::__implement_value_enum! {
            $Value $texts written(self) { Self::as_str(*self) } read($text) $read
        }
    };
}

/// What every enum implements that is a text for each variant.
#[doc(hidden)]
#[macro_export]
macro_rules! __implement_value_enum {
    ($Value:ident $texts:literal written($self:ident) $written:block read($text:ident) $read:block) => {
        #[automatically_derived]
        impl $crate::SegmentValue for $Value {
            const TEXTS: $crate::Texts<'static> = $crate::Texts::from_checked($texts);

            #[inline]
            fn to_segment(&$self) -> $crate::Segment<'_> {
                $crate::__private::checked_segment($written)
            }

            #[inline]
            fn from_segment(
                segment: $crate::Segment<'_>,
            ) -> $crate::__private::Result<Self, $crate::ValueError> {
                $crate::__private::FromStr::from_str($crate::Segment::as_str(&segment))
            }
        }

        #[automatically_derived]
        impl $crate::__private::Display for $Value {
            #[inline]
            fn fmt(
                &$self,
                f: &mut $crate::__private::Formatter<'_>,
            ) -> $crate::__private::fmt::Result {
                $crate::__private::Formatter::pad(f, $written)
            }
        }

        #[automatically_derived]
        impl $crate::__private::FromStr for $Value {
            // `Self::Err` would be the variant of a value `err`.
            type Err = $crate::ValueError;

            #[inline]
            fn from_str(
                $text: &$crate::__private::str,
            ) -> $crate::__private::Result<Self, $crate::ValueError> {
                $crate::__private::parsed($read, $text)
            }
        }
    };
}

// What a pattern does that is the pattern in its first field.
#[doc(hidden)]
#[macro_export]
macro_rules! __implement_as_text {
    ($name:literal [$($generics:tt)*] [$($ty:tt)*] [$($conditions:tt)*]) => {
        $crate::__implement_derived! {
            [] [$($generics)*] [$($ty)*] [$($conditions)*]
            clone(self) { Self($crate::__private::Clone::clone(&self.0), self.1) }
            eq(self, other) { self.0 == other.0 }
            debug(self, f) { $crate::__private::bound::debug($name, &self.0, f) }
            hash(self, state) { $crate::__private::Hash::hash(&self.0, state) }
        }

        impl $($generics)* $crate::__private::Display for $($ty)* $($conditions)* {
            fn fmt(&self, f: &mut $crate::__private::Formatter<'_>) -> $crate::__private::fmt::Result {
                $crate::__private::Display::fmt(&self.0, f)
            }
        }
    };
}

// What the pattern of a line implements.
#[doc(hidden)]
#[macro_export]
macro_rules! __implement_pattern {
    (
        $name:literal [$($generics:tt)*] [$($bounds:tt)*] [$($ty:tt)*] [$($conditions:tt)*]
        topic [$($topic:tt)*]
        $(methods [$($visibility:tt)*])?
    ) => {
        $crate::__implement_as_text! { $name [$($generics)*] [$($ty)*] [$($conditions)*] }

        // Those that need no trait in scope.
        impl $($bounds)* $($ty)* $($conditions)* {
            $(
                /// Returns the pattern as text, ready for a subscription.
                #[must_use]
                $($visibility)* fn to_pattern(&self) -> $crate::Pattern<'static> {
                    $crate::__private::bound::to_pattern(&self.0)
                }

                /// Returns the pattern, followed by the same pattern for each former name of the topics.
                #[must_use]
                $($visibility)* fn to_patterns(&self) -> $crate::__private::Vec<$crate::Pattern<'static>> {
                    $crate::__private::bound::to_patterns(&self.0)
                }
            )?
        }

        impl $($bounds)* $crate::TopicPattern for $($ty)* $($conditions)* {
            type Topic = $($topic)*;

            fn to_pattern(&self) -> $crate::Pattern<'static> {
                $crate::__private::bound::to_pattern(&self.0)
            }

            fn to_patterns(&self) -> $crate::__private::Vec<$crate::Pattern<'static>> {
                $crate::__private::bound::to_patterns(&self.0)
            }
        }

        impl $($generics)* $crate::__private::From<$($ty)*> for $crate::Pattern<'static> $($conditions)* {
            fn from(pattern: $($ty)*) -> Self {
                $crate::__private::bound::into_pattern(pattern.0)
            }
        }
    };
}

/// The lines of a hierarchy that is wrapped below literal segments.
#[doc(hidden)]
#[macro_export]
macro_rules! __below {
    ($root:literal [$($owned:tt)*]) => {{
        const ROOT: &$crate::__private::str = $root;
        const INNER: &[$crate::__private::lines::Names] = <$($owned)* as $crate::__private::Member>::LINES;
        const TEXT: &[$crate::__private::u8] = &$crate::__private::lines::text_below::<
            { $crate::__private::lines::text_below::<0>(ROOT, INNER).1 },
        >(ROOT, INNER).0;
        const TEMPLATES: &[$crate::Template<'static>] = &$crate::__private::lines::templates_below::<
            { $crate::__private::lines::Which::All.count(INNER) },
        >(ROOT, INNER, TEXT);
        const OUTER: &[$crate::__private::lines::Names] =
            &$crate::__private::lines::lines_below::<{ INNER.len() }>(INNER, TEMPLATES);
        &$crate::__private::Below { root: ROOT, inner: INNER, outer: OUTER }
    }};
}
