//! A declaration without text, so without a lifetime.

::bus::topics! {
    /// A light.
    pub enum LightTopic;

    /// What it shows.
    light.<colour: red | green>;
    /// That it is broken.
    light.broken;
}
