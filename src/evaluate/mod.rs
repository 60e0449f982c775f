//! How good the answers of a FAQ are, on questions for which somebody has said what is right.
//!
//! ```
//! use faq::evaluate::{Figures, Verdict, parse_cases, suggest_threshold};
//! use faq::{Engine, Source};
//!
//! let sources = [Source::new("shop.json", r#"[{"id": "return", "question": "How do I return an item?", "answer": "…"}]"#)];
//! let faq = faq::parse(&sources, None)?;
//! let engine = Engine::new(&faq);
//!
//! let labelled = Source::new("cases.tsv", "returning an item\treturn\nis there life on mars\n");
//! let cases = parse_cases(&labelled, &faq)?;
//! let verdicts: Vec<Verdict> = cases.iter().map(|case| Verdict::of(case, &engine, &faq, &[])).collect();
//!
//! let figures = Figures::of(&verdicts, faq::DEFAULT_THRESHOLD);
//! assert_eq!((figures.in_scope, figures.out_of_scope), (1, 1));
//! assert_eq!(figures.hit1, Some(1.0));
//! assert!(suggest_threshold(&verdicts, 0.9).is_some());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! The way of a case: [`parse_cases`] reads it, a [`Verdict`] says what the engine makes of it, [`Figures`] sum the
//! verdicts up at a threshold. The measures behind them, [`auroc`] and [`calibration_error`], take any judgements.

mod cases;
mod error;
mod figures;
mod jsonl;
mod measures;
mod threshold;
mod tsv;
mod verdict;

pub use cases::{Case, parse_cases};
pub use error::{CaseError, CaseErrorKind};
pub use figures::Figures;
pub use measures::{auroc, calibration_error};
pub use threshold::suggest_threshold;
pub use verdict::{Relevant, Verdict};
