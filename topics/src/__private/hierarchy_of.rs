//! A hierarchy as a value, so that a macro can name it by a path in an expression.

use core::marker::PhantomData;

/// Stands for the hierarchy `H`; the generated enum has one as an associated constant.
#[expect(missing_debug_implementations, reason = "internal")]
pub struct HierarchyOf<H>(pub PhantomData<fn() -> H>);

/// Gives every type the constant that the enum of a hierarchy has by itself, so that the error for any other type says that
/// it is not a hierarchy, and not that it lacks a constant which nobody knows.
pub trait Named: Sized {
    const HIERARCHY: HierarchyOf<Self> = HierarchyOf(PhantomData);
}

impl<T> Named for T {}
