//! A FAQ that can be asked: from a question to its reply.

use std::ops::Range;

use super::candidates::Wanted;
use super::candidates::admitted::Admitted;
use super::candidates::lists::Lists;
use super::explain::met;
use super::index::Index;
use super::index::analyzers::{Analyzers, languages};
use super::index::exact;
use super::index::stored::Stored;
use super::query::Query;
use super::query::concepts::Concepts;
use super::ranking::Ranking;
use super::vocabulary::Vocabulary;
use super::{Evidence, Explanation, Match, Options, Reason, Reply, Status};
use super::{confidence, related};
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

    /// The same, if there is room for its words in so many bytes of memory: as many as
    /// [`MemoryBudget::room`](crate::format::MemoryBudget::room) says.
    ///
    /// # Errors
    ///
    /// When there is not, which entry was one too many.
    pub fn new_within(faq: &'f Faq<'f>, room: usize) -> Result<Self, NoRoom> {
        let engine = Self::in_room(faq, room);
        match engine.index.as_memory().and_then(|it| it.full_at) {
            None => Ok(engine),
            Some(entry) => Err(NoRoom { entry }),
        }
    }

    fn in_room(faq: &'f Faq<'f>, room: usize) -> Self {
        let analyzers = Analyzers::new(&languages(faq));
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
        let analyzers = Analyzers::new(languages);
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
        let (ranking, lists) = self.ranking(&query, &exact, &admitted, wanted);
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
        let matches = matches.map(Match::from).collect();
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
            let ranking = Ranking::new(&query, &self.index, lists, &[], &asked.admitted, wanted);
            (query, ranking)
        };
        related::related(
            &self.index,
            best,
            count,
            (&asked.query, &asked.ranking),
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
        let (ranking, _) = self.ranking(&query, &exact, &admitted, Wanted::Holding);
        let candidates = ranking.candidates.iter();
        candidates.map(|candidate| candidate.entry).collect()
    }

    /// How well some entries fit a question by its words, best first: a stored phrasing, word for word, counts
    /// no more here than one that is nearly so.
    pub(crate) fn ranked_by_words(&self, question: &str, entries: &[usize]) -> Vec<Match> {
        let query = self.query(self.analyzer().tokens(question));
        let admitted = Admitted::only(entries);
        let wanted = Wanted::Best(entries.len());
        let (ranking, _) = self.ranking(&query, &[], &admitted, wanted);
        ranking.candidates.iter().map(Match::from).collect()
    }

    /// The entries that a text is a phrasing of, word for word.
    fn exact(&self, text: &str, tokens: &[Token], admitted: &Admitted) -> Vec<usize> {
        let mut exact = exact::sharing(text, tokens, &self.index);
        exact.retain(|&entry| admitted.has(entry));
        exact
    }

    /// Entries, best first, and what was read for that of an index that was made before, if this is one: more can be ranked by
    /// it.
    fn ranking(
        &self,
        query: &Query,
        exact: &[usize],
        admitted: &Admitted,
        wanted: Wanted,
    ) -> (Ranking, Option<Lists<'_>>) {
        let lists = self.index.as_stored().map(Lists::new);
        let ranking = Ranking::new(query, &self.index, lists.as_ref(), exact, admitted, wanted);
        (ranking, lists)
    }

    /// The analyzer for questions.
    pub(super) fn analyzer(&self) -> &Analyzer {
        self.index.analyzer(0)
    }

    pub(super) fn query(&self, tokens: Vec<Token>) -> Query {
        Query::new(tokens, &self.index, &self.concepts, self.analyzer())
    }
}
