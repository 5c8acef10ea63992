//! The shape of a type, if it has one.

use std::marker::PhantomData;

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;

use crate::Shape;

/// Asks a type for its shape, without knowing whether it has one: where a type implements `JsonSchema`, the
/// compiler takes the function of this type, and else that of [`WithoutShape`].
#[derive(Debug)]
pub struct Probe<T: ?Sized>(PhantomData<T>);

impl<T: JsonSchema + ?Sized> Probe<T> {
    /// What is read as the type, and how it is written.
    #[must_use]
    pub fn shape() -> Option<Shape> {
        // AsyncAPI documents take this version of JSON Schema without being told.
        let settings = || SchemaSettings::draft07().with(|settings| settings.meta_schema = None);
        let read = settings().for_deserialize().into_generator();
        let written = settings().for_serialize().into_generator();
        Some(Shape::new(
            read.into_root_schema_for::<T>().to_value(),
            written.into_root_schema_for::<T>().to_value(),
        ))
    }
}

/// What any type is asked that has no shape.
pub trait WithoutShape {
    /// None.
    #[must_use]
    fn shape() -> Option<Shape> {
        None
    }
}

impl<T: ?Sized> WithoutShape for Probe<T> {}
