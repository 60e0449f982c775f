//! TODO json
