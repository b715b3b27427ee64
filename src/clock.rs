//! The one place that asks what time it is.
