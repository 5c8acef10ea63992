//! What all checked texts have in common, written once.

use alloc::borrow::Cow;

/// The constructors, accessors and conversions of a text type `$Name<'a>(Cow<'a, str>)`.
///
/// `$check` is the `const fn` over bytes that decides; nothing else makes a `$Name`, except
/// `from_checked`, whose callers have checked already. What a type knows of its text besides is its
/// field `$also`, which `$find` finds in the bytes.
macro_rules! checked_text {
    ($Name:ident, $text_type:expr, $check:path, $good:literal, $bad:literal $(, $also:tt: $find:path)?) => {
        impl<'a> $Name<'a> {
            /// Checks a text, borrowed or owned.
            ///
            /// Linear in the text's length; copies nothing.
            ///
            /// # Errors
            ///
            /// A [`TextError`](crate::TextError) that says what is wrong, and at which byte.
            ///
            /// ```
            /// # use topics_core as topics;
            #[doc = concat!("use topics::", stringify!($Name), ";")]
            ///
            #[doc = concat!("assert!(", stringify!($Name), "::new(", stringify!($good), ").is_ok());")]
            #[doc = concat!("assert!(", stringify!($Name), "::new(", stringify!($bad), ").is_err());")]
            /// ```
            pub fn new(text: impl Into<alloc::borrow::Cow<'a, str>>) -> Result<Self, $crate::TextError> {
                let text = text.into();
                match $check(text.as_bytes()) {
                    Ok(()) => Ok(Self::from_checked(text)),
                    Err(fault) => Err($crate::TextError::new(&text, $text_type, fault)),
                }
            }

            /// Checks a text while compiling, when called in a `const` or `static`.
            ///
            /// # Panics
            ///
            /// If the text breaks the rules. In a `const` that is a compile error, which is what this
            /// constructor is for; for text that is not known until the program runs, use
            #[doc = concat!("[`new`](", stringify!($Name), "::new).")]
            ///
            /// ```
            /// # use topics_core as topics;
            #[doc = concat!("use topics::", stringify!($Name), ";")]
            ///
            #[doc = concat!("const TEXT: ", stringify!($Name), "<'static> = ", stringify!($Name), "::from_static(", stringify!($good), ");")]
            #[doc = concat!("assert_eq!(TEXT, ", stringify!($good), ");")]
            /// ```
            ///
            /// ```compile_fail
            /// # use topics_core as topics;
            #[doc = concat!("use topics::", stringify!($Name), ";")]
            ///
            #[doc = concat!("const TEXT: ", stringify!($Name), "<'static> = ", stringify!($Name), "::from_static(", stringify!($bad), ");")]
            /// ```
            #[must_use]
            #[track_caller]
            pub const fn from_static(text: &'static str) -> $Name<'static> {
                match $check(text.as_bytes()) {
                    Ok(()) => $Name::from_checked(alloc::borrow::Cow::Borrowed(text)),
                    Err(fault) => $crate::error::refuse(text, $text_type, fault),
                }
            }

            /// Takes a text that has been checked already.
            #[doc(hidden)]
            #[must_use]
            #[inline]
            pub const fn from_checked(text: alloc::borrow::Cow<'a, str>) -> Self {
                Self { $($also: $find($crate::checked::as_str(&text).as_bytes()),)? 0: text }
            }

            /// The text.
            #[must_use]
            #[inline]
            pub const fn as_str(&self) -> &str {
                $crate::checked::as_str(&self.0)
            }

            /// The same text, free of the borrow; allocates only if it was borrowed.
            #[must_use]
            pub fn into_owned(self) -> $Name<'static> {
                $Name { $($also: self.$also,)? 0: alloc::borrow::Cow::Owned(self.0.into_owned()) }
            }

            /// The same text, borrowed from this one.
            #[must_use]
            #[inline]
            pub const fn borrowed(&self) -> $Name<'_> {
                $Name { $($also: self.$also,)? 0: alloc::borrow::Cow::Borrowed(self.as_str()) }
            }
        }

        $crate::checked::shows_text!($Name);

        impl core::str::FromStr for $Name<'static> {
            type Err = $crate::TextError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                $Name::new(alloc::string::String::from(text))
            }
        }

        $crate::checked::try_from_text!(
            $Name: &'a str, &'a alloc::string::String, alloc::string::String, alloc::borrow::Cow<'a, str>
        );

        impl<'a> From<&'a $Name<'_>> for $Name<'a> {
            #[inline]
            fn from(text: &'a $Name<'_>) -> Self {
                text.borrowed()
            }
        }

        impl<'a> From<$Name<'a>> for alloc::borrow::Cow<'a, str> {
            #[inline]
            fn from(text: $Name<'a>) -> Self {
                text.0
            }
        }

        impl From<$Name<'_>> for alloc::string::String {
            #[inline]
            fn from(text: $Name<'_>) -> Self {
                text.0.into_owned()
            }
        }

        /// It reads like text: `starts_with`, `len` and `match &*text { "a" => … }` need no conversion.
        impl core::ops::Deref for $Name<'_> {
            type Target = str;

            #[inline]
            fn deref(&self) -> &str {
                self.as_str()
            }
        }

        /// Hashes and compares as `str` does, so a map keyed by it can be asked with a `&str`.
        impl core::borrow::Borrow<str> for $Name<'_> {
            #[inline]
            fn borrow(&self) -> &str {
                self.as_str()
            }
        }

        $crate::__equals_text!([] $Name<'_>: str, &str, alloc::string::String);

        /// Checked on the way in. Always owned, as serde's own `Cow<str>` is, so that it can be a field
        /// of a type that is free of the input.
        #[cfg(feature = "serde")]
        impl<'de> serde::Deserialize<'de> for $Name<'_> {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = alloc::string::String::deserialize(deserializer)?;
                $Name::new(text).map_err(serde::de::Error::custom)
            }
        }
    };
}

pub(crate) use checked_text;

/// What shows a type's text.
macro_rules! shows_text {
    ($Name:ident) => {
        impl core::fmt::Display for $Name<'_> {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl core::fmt::Debug for $Name<'_> {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.debug_tuple(stringify!($Name))
                    .field(&self.as_str())
                    .finish()
            }
        }

        impl AsRef<str> for $Name<'_> {
            #[inline]
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        #[cfg(feature = "serde")]
        impl serde::Serialize for $Name<'_> {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }
    };
}

pub(crate) use shows_text;

macro_rules! try_from_text {
    ($Name:ident: $($Text:ty),*) => {$(
        impl<'a> TryFrom<$Text> for $Name<'a> {
            type Error = $crate::TextError;

            #[inline]
            fn try_from(text: $Text) -> Result<Self, Self::Error> {
                Self::new(text)
            }
        }
    )*};
}

pub(crate) use try_from_text;

/// Equality with text, from both sides.
#[doc(hidden)]
#[macro_export]
macro_rules! __equals_text {
    ($generics:tt $Name:ty: $($Text:ty),*) => {$(
        $crate::__equals_text!($generics $Name, $Text);
    )*};
    ([$($generics:tt)*] $Name:ty, $Text:ty) => {
        impl $($generics)* PartialEq<$Text> for $Name {
            #[inline]
            fn eq(&self, other: &$Text) -> bool {
                let (text, other): (&str, &str) = (self.as_str(), other.as_ref());
                text == other
            }
        }

        impl $($generics)* PartialEq<$Name> for $Text {
            #[inline]
            fn eq(&self, other: &$Name) -> bool {
                other == self
            }
        }
    };
}

/// Makes any two values of a type equal, so that a text type may derive its traits although it remembers more than its text.
macro_rules! always_equal {
    ($Name:ident) => {
        impl PartialEq for $Name {
            #[inline]
            fn eq(&self, _: &Self) -> bool {
                true
            }
        }

        impl Eq for $Name {}

        impl PartialOrd for $Name {
            fn partial_cmp(&self, other: &Self) -> Option<core::cmp::Ordering> {
                Some(self.cmp(other))
            }
        }

        impl Ord for $Name {
            fn cmp(&self, _: &Self) -> core::cmp::Ordering {
                core::cmp::Ordering::Equal
            }
        }

        impl core::hash::Hash for $Name {
            fn hash<H: core::hash::Hasher>(&self, _: &mut H) {}
        }
    };
}

pub(crate) use always_equal;

/// The text of a `Cow`, as a `const fn`.
#[inline]
#[expect(clippy::ptr_arg, reason = "`Deref` is not `const`")]
pub(crate) const fn as_str<'t>(text: &'t Cow<'_, str>) -> &'t str {
    match text {
        Cow::Borrowed(text) => text,
        Cow::Owned(text) => text.as_str(),
    }
}
