//! A lifetime for an enum that borrows nothing yet.

/// Writes a type without a lifetime with one, so that the enum around it can have it.
pub trait WithLifetime<'a> {
    /// The type itself.
    type Same;
}

impl<T> WithLifetime<'_> for T {
    type Same = T;
}
