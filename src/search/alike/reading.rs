//! Questions, read one after the other, into what they say.

use hashbrown::HashMap;

use super::{Alike, Question, Sense, Told, number, spelling};
use crate::search::Engine;
use crate::search::index::exact;
use crate::search::query::MAX_WORDS;
use crate::search::query::concepts::ConceptId;
use crate::search::vocabulary::rarity;
use crate::sorting;
use crate::text::{Class, Token};

/// Questions on their way to be compared.
#[derive(Debug)]
pub struct Reading<'e> {
    engine: &'e Engine<'e>,
    /// Every distinct word, and its number.
    words: HashMap<String, u32>,
    tokens: Vec<Token>,
    /// Every distinct question as the numbers of its words, and its own.
    seen: HashMap<Box<[u32]>, usize>,
    questions: Vec<Box<[u32]>>,
}

impl<'e> Reading<'e> {
    /// Reads questions as an engine reads those it is asked: in its language, with its synonyms.
    #[must_use]
    pub fn new(engine: &'e Engine<'e>) -> Self {
        Self {
            engine,
            words: HashMap::new(),
            tokens: Vec::new(),
            seen: HashMap::new(),
            questions: Vec::new(),
        }
    }

    /// Reads a question. Its number is that of the first one with the same words: case, accents and punctuation do not
    /// matter. Numbers rise from 0.
    pub fn add(&mut self, question: &str) -> usize {
        let mut tokens = self.engine.analyzer().tokens(question);
        tokens.truncate(MAX_WORDS);
        if tokens.is_empty() {
            // A text without a word, such as emoji, is a word of its own.
            let text = exact::without_space(question);
            tokens.push(self.engine.analyzer().read_word(&text));
        }
        let words: Box<[u32]> = tokens.into_iter().map(|token| self.word(token)).collect();
        let next = self.questions.len();
        let known = *self.seen.entry(words.clone()).or_insert(next);
        if known == next {
            self.questions.push(words);
        }
        known
    }

    fn word(&mut self, token: Token) -> u32 {
        let next = number(self.tokens.len());
        let known = *self
            .words
            .entry_ref(token.word.text.as_ref())
            .or_insert(next);
        if known == next {
            self.tokens.push(token);
        }
        known
    }

    /// Makes what was read comparable: words that were mistyped are taken for what they were meant to be, and all are
    /// weighed.
    #[must_use]
    pub fn finish(mut self) -> Alike {
        let meant = self.meant();
        for word in self.questions.iter_mut().flatten() {
            *word = meant[*word as usize];
        }
        let senses = self.senses();
        let weights = self.weights(&senses);
        let mut concepts = HashMap::new();
        let questions = self
            .questions
            .iter()
            .map(|words| self.question(words, &senses, &weights, &mut concepts));
        Alike {
            questions: questions.collect(),
        }
    }

    /// The word that each was meant to be: in almost all cases, itself.
    fn meant(&self) -> Vec<u32> {
        let index = &self.engine.index;
        let frequencies = self.frequencies(|word| word, self.tokens.len());
        let words: Vec<spelling::Word<'_>> = self
            .tokens
            .iter()
            .zip(frequencies)
            .map(|(token, frequency)| spelling::Word {
                text: &token.word.text,
                stem: &token.stem,
                frequency,
                is_known: index.knows(token),
                may_be_mistyped: token.word.class == Class::Content && token.may_have_forms(),
            })
            .collect();
        spelling::meant(&words)
    }

    /// The sense of each word: forms of one word have the same.
    fn senses(&self) -> Vec<Sense> {
        let mut known: HashMap<&str, Sense> = HashMap::new();
        let mut senses = Vec::with_capacity(self.tokens.len());
        for token in &self.tokens {
            let next = number(known.len());
            senses.push(*known.entry(token.stem.as_str()).or_insert(next));
        }
        senses
    }

    /// What each word weighs, by how rare what it says is among the questions.
    fn weights(&self, senses: &[Sense]) -> Vec<f64> {
        let index = &self.engine.index;
        let frequencies = self.frequencies(|word| senses[word as usize], self.tokens.len());
        let weight = |(token, &sense): (&Token, &Sense)| {
            let frequency = frequencies[sense as usize];
            let commonness = index.commonness(&token.word.text);
            rarity::weight(
                token.word.class,
                self.questions.len(),
                frequency,
                commonness,
            )
        };
        self.tokens.iter().zip(senses).map(weight).collect()
    }

    /// In how many questions each thing stands that words are mapped to, numbers below `count`.
    fn frequencies(&self, of: impl Fn(u32) -> u32, count: usize) -> Vec<u32> {
        let mut frequencies = vec![0; count];
        let mut last_seen = vec![usize::MAX; count];
        for (question, words) in self.questions.iter().enumerate() {
            for thing in words.iter().map(|&word| of(word) as usize) {
                if last_seen[thing] != question {
                    last_seen[thing] = question;
                    frequencies[thing] += 1;
                }
            }
        }
        frequencies
    }

    fn question(
        &self,
        words: &[u32],
        senses: &[Sense],
        weights: &[f64],
        concepts: &mut HashMap<ConceptId, Sense>,
    ) -> Question {
        let tokens: Vec<Token> = words
            .iter()
            .map(|&word| self.tokens[word as usize].clone())
            .collect();
        let own = words.iter().enumerate().map(|(word, &number)| Told {
            sense: senses[number as usize],
            word,
            worth: 1.0,
        });
        let mut told: Vec<Told> = own.collect();
        // *us* may be *US*, and *MY* be *my*, said aloud.
        for (word, token) in tokens.iter().enumerate() {
            let acronym = token.acronym.as_deref();
            if let Some(&number) = acronym.and_then(|acronym| self.words.get(acronym)) {
                let sense = senses[number as usize];
                let worth = 1.0;
                told.push(Told { sense, word, worth });
            }
        }
        let mentions = self
            .engine
            .concepts
            .mentions(&tokens, self.engine.analyzer());
        for mention in mentions {
            // Words come first, and there are never more senses of those than words.
            let next = number(self.tokens.len() + concepts.len());
            let sense = *concepts.entry(mention.concept).or_insert(next);
            let worth = mention.relation.worth();
            told.extend(mention.span.map(|word| Told { sense, word, worth }));
        }
        sorting::by_key(&mut told, |told| told.sense);
        let weights: Vec<f64> = words.iter().map(|&word| weights[word as usize]).collect();
        Question {
            weight: weights.iter().sum(),
            weights,
            told,
        }
    }
}
