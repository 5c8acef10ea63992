//! What stands for the code of serde without its feature: nothing.

#[doc(hidden)]
#[macro_export]
macro_rules! __implement_serde {
    ($($tokens:tt)*) => {};
}
