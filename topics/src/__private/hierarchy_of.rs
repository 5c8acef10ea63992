//! A hierarchy as a value, so that a macro can name it by a path in an expression.

use core::marker::PhantomData;

/// Stands for the hierarchy `H`; the generated enum has one as an associated constant.
#[expect(missing_debug_implementations, reason = "internal")]
pub struct HierarchyOf<H>(pub PhantomData<fn() -> H>);

/// Gives every type the constant that the enum of a hierarchy has by itself, so that one which is none is
/// refused for that, and not for the lack of a constant that nobody knows of.
pub trait Named: Sized {
    const HIERARCHY: HierarchyOf<Self> = HierarchyOf(PhantomData);
}

impl<T> Named for T {}
