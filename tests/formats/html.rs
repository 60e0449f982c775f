//! TODO html
