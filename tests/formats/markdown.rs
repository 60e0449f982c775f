//! TODO markdown
