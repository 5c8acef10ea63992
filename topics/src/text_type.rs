//! What types over a text have in common, written once.

/// The ways from a text to a type whose `new` checks it.
macro_rules! from_text {
    ($Type:ty) => {
        impl core::str::FromStr for $Type {
            type Err = topics_core::TextError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::new(text)
            }
        }

        impl TryFrom<&str> for $Type {
            type Error = topics_core::TextError;

            fn try_from(text: &str) -> Result<Self, Self::Error> {
                Self::new(text)
            }
        }

        impl TryFrom<alloc::string::String> for $Type {
            type Error = topics_core::TextError;

            fn try_from(text: alloc::string::String) -> Result<Self, Self::Error> {
                Self::new(text)
            }
        }
    };
}

/// A type with `as_str` is borrowed as text, and compared with it from either side.
macro_rules! as_text {
    ([$($generics:tt)*] $Type:ty) => {
        impl $($generics)* AsRef<str> for $Type {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl $($generics)* PartialEq<str> for $Type {
            fn eq(&self, other: &str) -> bool {
                self.as_str() == other
            }
        }

        impl $($generics)* PartialEq<&str> for $Type {
            fn eq(&self, other: &&str) -> bool {
                self.as_str() == *other
            }
        }

        impl $($generics)* PartialEq<$Type> for str {
            fn eq(&self, other: &$Type) -> bool {
                self == other.as_str()
            }
        }

        impl $($generics)* PartialEq<$Type> for &str {
            fn eq(&self, other: &$Type) -> bool {
                *self == other.as_str()
            }
        }
    };
}

pub(crate) use {as_text, from_text};
