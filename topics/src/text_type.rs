//! What types over a text have in common, written once.

/// The ways from a text to a type whose `new` checks it.
macro_rules! from_text {
    ($Type:ty: $($Text:ty),*) => {
        impl core::str::FromStr for $Type {
            type Err = topics_core::TextError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::new(text)
            }
        }

        $(impl TryFrom<$Text> for $Type {
            type Error = topics_core::TextError;

            fn try_from(text: $Text) -> Result<Self, Self::Error> {
                Self::new(text)
            }
        })*
    };
}

/// A type around one thing, which is written as that, and read from something else.
macro_rules! serde_as {
    ($(#[$doc:meta])* [$($generics:tt)*] $Type:ty: $read:expr) => {
        $(#[$doc])*
        #[cfg(feature = "serde")]
        impl<$($generics)*> serde::Serialize for $Type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                self.0.serialize(serializer)
            }
        }

        $(#[$doc])*
        #[cfg(feature = "serde")]
        impl<'de, $($generics)*> serde::Deserialize<'de> for $Type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                serde::Deserialize::deserialize(deserializer).and_then($read)
            }
        }
    };
}

pub(crate) use {from_text, serde_as};
