//! A FAQ that can be asked: from a question to its reply.

use std::ops::Range;

use super::admitted::Admitted;
use super::concepts::Concepts;
use super::index::{self, Index};
use super::lists::Lists;
use super::query::Query;
use super::ranking::{Ranking, Wanted};
use super::stored::Stored;
use super::vocabulary::Vocabulary;
use super::{Evidence, Explanation, Match, Options, Reason, Reply, Status};
use super::{confidence, exact, met, related};
use crate::model::{Document, Faq};
use crate::text::{self, Analyzer, Language, Token};

/// A FAQ that can be asked.
#[derive(Debug)]
pub struct Engine<'f> {
    pub(super) index: Index<'f>,
    pub(super) concepts: Concepts,
}

/// The words of a FAQ take more memory than there is for them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct NoRoom {
    /// The entry after which nothing was left, as an index into [`Faq::entries`].
    pub entry: usize,
}

/// What is made of a question on the way to its reply.
pub(super) struct Asked<'i> {
    pub(super) query: Query,
    /// What was read of an index that was made before.
    lists: Option<Lists<'i>>,
    /// The entries that the question is a phrasing of, word for word.
    pub(super) exact: Vec<usize>,
    pub(super) ranking: Ranking,
    admitted: Admitted,
}

impl<'f> Engine<'f> {
    /// Reads the words of a FAQ. Questions are analysed in the language of its first document.
    #[must_use]
    pub fn new(faq: &'f Faq<'f>) -> Self {
        Self::in_room(faq, usize::MAX)
    }

    /// The same, if there is room for its words in so many bytes of memory. [`Memory`](crate::format::Memory) tells how
    /// many there are.
    ///
    /// # Errors
    ///
    /// When there is not, which entry was one too many.
    pub fn within(faq: &'f Faq<'f>, room: usize) -> Result<Self, NoRoom> {
        let engine = Self::in_room(faq, room);
        match engine.index.as_memory().and_then(|it| it.full_at) {
            None => Ok(engine),
            Some(entry) => Err(NoRoom { entry }),
        }
    }

    fn in_room(faq: &'f Faq<'f>, room: usize) -> Self {
        let languages = (0..faq.documents.len()).map(|document| index::language(faq, document));
        let analyzers: Vec<Analyzer> = languages.map(Analyzer::new).collect();
        let (concepts, lexicon) = Concepts::of(&faq.documents, &analyzers);
        Self {
            index: Index::new(faq, analyzers, lexicon, room),
            concepts,
        }
    }

    /// An engine on an index that was made before, of these documents.
    pub(crate) fn stored(
        documents: &[Document<'_>],
        languages: &[Option<Language>],
        vocabulary: Vocabulary,
        stored: Box<dyn Stored>,
    ) -> Self {
        let analyzers: Vec<Analyzer> = languages.iter().copied().map(Analyzer::new).collect();
        let (concepts, lexicon) = Concepts::of(documents, &analyzers);
        Self {
            index: Index::stored(stored, vocabulary, analyzers, lexicon),
            concepts,
        }
    }

    /// What it knows of its FAQ.
    pub(crate) fn index(&self) -> &Index<'f> {
        &self.index
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

    fn rank(&self, question: &str, tokens: Vec<Token>, options: &Options) -> Asked<'_> {
        let admitted = Admitted::new(&options.tags, &self.index);
        let exact = self.exact(question, &tokens, &admitted);
        let query = self.query(tokens);
        // Confidence compares the best with the second.
        let wanted = Wanted::Best(options.top.max(2));
        let lists = self.lists();
        let ranking = Ranking::new(
            &query,
            &self.index,
            lists.as_ref(),
            &exact,
            &admitted,
            wanted,
        );
        Asked {
            query,
            lists,
            exact,
            ranking,
            admitted,
        }
    }

    fn reply(&self, asked: &Asked<'_>, options: &Options) -> Reply {
        let ranking = &asked.ranking;
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
                self.related(best.entry, asked, options.related)
            }
            _ => Vec::new(),
        };
        let matches = ranking.candidates.iter().take(options.top.max(1));
        let matches = matches
            .map(|candidate| Match {
                entry: candidate.entry,
                score: candidate.score,
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

    fn related(&self, best: usize, asked: &Asked<'_>, count: usize) -> Vec<usize> {
        let to_entry = || {
            // Entries that share no more than *how do I* are not related.
            let mut subject = self.analyzer().tokens(&self.index.entry(best).question);
            subject.retain(|token| token.word.class.is_subject());
            let query = self.query(subject);
            let wanted = Wanted::Near(related::MOST_CHOSEN_FROM.max(count));
            // It is about much the same words as the question asked.
            let lists = asked.lists.as_ref();
            Ranking::new(&query, &self.index, lists, &[], &asked.admitted, wanted).candidates
        };
        related::related(
            &self.index,
            best,
            count,
            &asked.ranking.candidates,
            to_entry,
            |entry| asked.admitted.has(entry),
        )
    }

    /// Where in an entry's question the words stand that stand for words of a question asked, in order: those that say
    /// what it is about. Each is a range of bytes; there are none where that cannot be said.
    #[must_use]
    pub fn met_words(&self, question: &str, entry: usize) -> Vec<Range<usize>> {
        let query = self.query(self.analyzer().tokens(question));
        let met = met::met(entry, &query, &self.index);
        let stored = self.index.entry(entry);
        let analyzer = self.index.analyzer(stored.place.document);
        let places = text::places(&stored.question, analyzer);
        met::apart(places.unwrap_or_default(), &met)
    }

    /// The entries that hold every word of a filter, the last word also as a beginning, best first.
    ///
    /// Words are sought in questions, alternates and answers, in any form, mistyped or as synonyms.
    #[must_use]
    pub fn filter(&self, words: &str, tags: &[String]) -> Vec<usize> {
        let tokens = self.analyzer().tokens(words);
        let admitted = Admitted::new(tags, &self.index);
        let exact = self.exact(words, &tokens, &admitted);
        let query = Query::being_typed(tokens, &self.index, &self.concepts, self.analyzer());
        let ranking = self.ranking(&query, &exact, &admitted, Wanted::Holding);
        let candidates = ranking.candidates.iter();
        candidates.map(|candidate| candidate.entry).collect()
    }

    /// How well some entries fit a question by its words, best first: a stored phrasing, word for word, counts
    /// no more here than one that is nearly so.
    pub(crate) fn ranked_by_words(&self, question: &str, entries: &[usize]) -> Vec<Match> {
        let query = self.query(self.analyzer().tokens(question));
        let admitted = Admitted::only(entries);
        let wanted = Wanted::Best(entries.len());
        let lists = self.lists();
        let ranking = Ranking::new(&query, &self.index, lists.as_ref(), &[], &admitted, wanted);
        let matches = ranking.candidates.iter();
        matches
            .map(|candidate| Match {
                entry: candidate.entry,
                score: candidate.score,
            })
            .collect()
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

    /// The entries that a text is a phrasing of, word for word.
    fn exact(&self, text: &str, tokens: &[Token], admitted: &Admitted) -> Vec<usize> {
        let mut exact = exact::sharing(text, tokens, &self.index);
        exact.retain(|&entry| admitted.has(entry));
        exact
    }

    /// The entries by themselves: nothing is ranked after them by what was read for them.
    fn ranking(
        &self,
        query: &Query,
        exact: &[usize],
        admitted: &Admitted,
        wanted: Wanted,
    ) -> Ranking {
        let lists = self.lists();
        Ranking::new(query, &self.index, lists.as_ref(), exact, admitted, wanted)
    }

    /// What is read of an index that was made before, if there is one.
    fn lists(&self) -> Option<Lists<'_>> {
        self.index.as_stored().map(Lists::new)
    }

    /// The analyzer for questions.
    pub(super) fn analyzer(&self) -> &Analyzer {
        self.index.analyzer(0)
    }

    pub(super) fn query(&self, tokens: Vec<Token>) -> Query {
        Query::new(tokens, &self.index, &self.concepts, self.analyzer())
    }
}
