//! From a question to the entry that means the same: candidates, ranking, confidence, related questions.
//!
//! The way of a question: its tokens meet the `vocabulary` (`query`, `near`, `concepts`); what they share with each
//! entry is counted (`counts`), and entries are ranked by three `views` (`ranking`); what speaks for the first is
//! [`Evidence`], and how much that is worth, [`confidence`]. Whoever asks how it came about gets an [`explain`]ation.

mod alike;
mod beginnings;
#[cfg(test)]
#[allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a test says how much was tried"
)]
mod bounds;
mod compounds;
mod concepts;
pub mod confidence;
mod counts;
mod evidence;
mod exact;
pub mod explain;
mod ids;
mod index;
mod near;
mod query;
mod ranking;
mod rarity;
mod reason;
mod related;
mod similar;
mod spelling;
mod views;
mod vocabulary;

pub use alike::{Alike, Reading, Sense};
pub use confidence::DEFAULT_THRESHOLD;
pub use evidence::Evidence;
pub use explain::Explanation;
pub(crate) use ids::nearest;
pub use ids::nearest_ids;
pub use reason::Reason;
pub use similar::{Phrasing, Similar};

use crate::model::{Document, Faq};
use crate::text::{Analyzer, Token};
use concepts::Concepts;
use index::Index;
use query::Query;
use ranking::{Candidate, Ranking};

/// What is wanted of an answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Options {
    /// How many matches are listed at most; the best is always listed.
    pub top: usize,
    /// How many related entries are listed at most.
    pub related: usize,
    /// The confidence, in 0..1, from which on the first match is the answer; 0 takes it always.
    pub threshold: f64,
    /// When not empty: only entries with one of these tags.
    pub tags: Vec<String>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            top: 5,
            related: 3,
            threshold: DEFAULT_THRESHOLD,
            tags: Vec::new(),
        }
    }
}

/// What became of a question.
#[derive(Debug, Clone, PartialEq)]
pub struct Reply {
    /// Whether the first match is the answer.
    pub status: Status,
    /// Why it is, or is not.
    pub reason: Reason,
    /// The probability, in 0..1, that the first match is right. The threshold does not change it.
    pub confidence: f64,
    /// What fits, best first.
    pub matches: Vec<Match>,
    /// Entries to read next, as indices into [`Faq::entries`]; none unless answered.
    pub related: Vec<usize>,
    /// The facts that the confidence rests on.
    pub evidence: Evidence,
}

/// Whether there is an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// The first match is the answer.
    Answered,
    /// Several entries fit about equally well.
    Ambiguous,
    /// No entry fits well enough.
    None,
}

/// An entry that fits a question.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Match {
    /// Which of [`Faq::entries`].
    pub entry: usize,
    /// How well it fits, in 0..1; comparable among the matches of one question only.
    pub score: f64,
}

/// A FAQ that can be asked.
#[derive(Debug)]
pub struct Engine<'f> {
    faq: &'f Faq<'f>,
    /// One for each document; there is always one.
    analyzers: Vec<Analyzer>,
    index: Index,
    concepts: Concepts,
}

/// What is made of a question on the way to its reply.
struct Asked {
    query: Query,
    /// The entries that the question is a phrasing of, word for word.
    exact: Vec<usize>,
    ranking: Ranking,
}

impl<'f> Engine<'f> {
    /// Reads the words of a FAQ. Questions are analysed in the language of its first document.
    #[must_use]
    pub fn new(faq: &'f Faq<'f>) -> Self {
        let languages = (0..faq.documents.len()).map(|document| index::language(faq, document));
        let mut analyzers: Vec<Analyzer> = languages.map(Analyzer::new).collect();
        let wants_lexicon = |document: &Document<'_>| document.lexicon != Some(false);
        let lexicon = analyzers.first().is_some_and(Analyzer::is_english)
            && faq.documents.first().is_some_and(wants_lexicon);
        let mut concepts = Concepts::new(lexicon);
        for (document, analyzer) in faq.documents.iter().zip(&analyzers) {
            for group in &document.synonyms {
                concepts.add(group.iter().map(AsRef::as_ref), analyzer);
            }
        }
        let index = Index::new(faq, &analyzers, lexicon);
        if analyzers.is_empty() {
            analyzers.push(Analyzer::new(None));
        }
        Self {
            faq,
            analyzers,
            index,
            concepts,
        }
    }

    /// Answers a question. The same question on the same FAQ always gets the same reply.
    #[must_use]
    pub fn ask(&self, question: &str, options: &Options) -> Reply {
        let tokens = self.analyzer().tokens(question);
        self.reply(&self.rank(question, tokens, options), options)
    }

    /// Answers a question as [`Engine::ask`] does, and tells how the reply came about.
    #[must_use]
    pub fn explain(&self, question: &str, options: &Options) -> (Reply, Explanation) {
        let tokens = self.analyzer().tokens(question);
        let asked = self.rank(question, tokens.clone(), options);
        let reply = self.reply(&asked, options);
        let explanation = Explanation::new(
            &tokens,
            &asked,
            &self.index,
            self.analyzer(),
            reply.matches.len(),
        );
        (reply, explanation)
    }

    fn rank(&self, question: &str, tokens: Vec<Token>, options: &Options) -> Asked {
        let admits = |entry: usize| self.admits(entry, &options.tags);
        let mut exact = exact::sharing(question, &tokens, self.faq, &self.index, &self.analyzers);
        exact.retain(|&entry| admits(entry));
        let query = self.query(tokens);
        let ranking = Ranking::new(&query, &self.index, &exact, admits);
        Asked {
            query,
            exact,
            ranking,
        }
    }

    fn reply(&self, asked: &Asked, options: &Options) -> Reply {
        let ranking = &asked.ranking;
        let admits = |entry: usize| self.admits(entry, &options.tags);
        let evidence = Evidence::of(ranking, &asked.query, &self.index);
        let sharing = asked.exact.len();
        let confidence = confidence::of(&evidence, sharing);
        let reason = Reason::of(
            &ranking.candidates,
            sharing,
            &evidence,
            confidence,
            options.threshold,
        );
        let status = reason.status();
        let related = match ranking.candidates.first() {
            Some(best) if status == Status::Answered && options.related > 0 => {
                let to_entry = || {
                    // Entries that share no more than *how do I* are not related.
                    let mut subject = self
                        .analyzer()
                        .tokens(&self.faq.entries[best.entry].question);
                    subject.retain(|token| token.word.class.is_subject());
                    Ranking::new(&self.query(subject), &self.index, &[], admits).candidates
                };
                related::related(
                    self.faq,
                    &self.index,
                    best.entry,
                    options.related,
                    &ranking.candidates,
                    to_entry,
                    admits,
                )
            }
            _ => Vec::new(),
        };
        let matches = ranking.candidates.iter().take(options.top.max(1));
        let matches = matches
            .map(|candidate| Match {
                entry: candidate.entry,
                score: candidate.score(),
            })
            .collect();
        Reply {
            status,
            reason,
            confidence,
            matches,
            related,
            evidence,
        }
    }

    /// The entries that hold every word of a filter, the last word also as a beginning, best first.
    ///
    /// Words are sought in questions, alternates and answers, in any form, mistyped or as synonyms.
    #[must_use]
    pub fn filter(&self, words: &str, tags: &[String]) -> Vec<usize> {
        let tokens = self.analyzer().tokens(words);
        let admits = |entry: usize| self.admits(entry, tags);
        let mut exact = exact::sharing(words, &tokens, self.faq, &self.index, &self.analyzers);
        exact.retain(|&entry| admits(entry));
        let query = Query::being_typed(tokens, &self.index, &self.concepts, self.analyzer());
        let ranking = Ranking::new(&query, &self.index, &exact, admits);
        let holds_all = |candidate: &&Candidate| {
            let words = self.index.entry_words(candidate.entry);
            let mut asked = vec![0.0; query.terms.len()];
            views::meet(words, &query, &mut asked, &mut vec![0.0; words.len()]);
            candidate.exact || asked.iter().all(|&found| found > 0.0)
        };
        ranking
            .candidates
            .iter()
            .filter(holds_all)
            .map(|candidate| candidate.entry)
            .collect()
    }

    /// How well some entries fit a question by its words, best first: a stored phrasing, word for word, counts no more
    /// here than one that is nearly so.
    pub(crate) fn ranked_by_words(&self, question: &str, entries: &[usize]) -> Vec<Match> {
        let query = self.query(self.analyzer().tokens(question));
        let ranking = Ranking::new(&query, &self.index, &[], |entry| entries.contains(&entry));
        let matches = ranking.candidates.iter();
        matches
            .map(|candidate| Match {
                entry: candidate.entry,
                score: candidate.score(),
            })
            .collect()
    }

    /// How many phrasings all entries have together.
    pub(crate) fn phrasing_count(&self) -> usize {
        self.index.phrasing_count()
    }

    /// The words of a text as a question's are read; two texts with the same ones are the same to ask.
    pub(crate) fn words(&self, text: &str) -> Vec<String> {
        let words = self.analyzer().all_words(text);
        words
            .into_iter()
            .map(|word| word.text.into_owned())
            .collect()
    }

    /// The words of a text that say what it is about, without their inflections.
    pub(crate) fn subjects(&self, text: &str) -> Vec<String> {
        let mut tokens = self.analyzer().tokens(text);
        tokens.retain(|token| token.word.class.is_subject());
        tokens.into_iter().map(|token| token.stem).collect()
    }

    /// Whether each word of a text stands in the FAQ, in any of its forms.
    pub(crate) fn knows(&self, text: &str) -> bool {
        let analyzer = self.analyzer();
        let vocabulary = &self.index.vocabulary;
        analyzer.tokens(text).iter().all(|token| {
            let acronym = token.acronym.as_deref().unwrap_or(&token.word.text);
            vocabulary.id(&token.word.text).is_some()
                || vocabulary.id(acronym).is_some()
                || vocabulary
                    .forms(analyzer.forms(&token.stem))
                    .next()
                    .is_some()
        })
    }

    /// Whether an entry may match where only those with one of these tags do.
    fn admits(&self, entry: usize, tags: &[String]) -> bool {
        self.faq.entries[entry].has_any_tag(tags)
    }

    /// The analyzer for questions.
    fn analyzer(&self) -> &Analyzer {
        &self.analyzers[0]
    }

    fn query(&self, tokens: Vec<Token>) -> Query {
        Query::new(tokens, &self.index, &self.concepts, self.analyzer())
    }
}
