//! Questions joined around those that are asked most.

use std::cmp::Reverse;

use hashbrown::HashMap;

use crate::search::{Alike, Sense};

/// How like its first question one must be to join a group, in 0..1. On the mean of eight labelled question sets, 37 of
/// 100 questions then join another, 86 of 100 of those rightly; at .5 it is 50 and 78, at .7 it is 24 and 92.
const LIKE_ENOUGH: f64 = 0.6;

/// How many groups a question is compared with at most, and how many are looked at of those that share a sense with
/// it: the most frequent ones. So the work stays bounded however many questions speak of one thing.
const MOST_COMPARED: usize = 32;
const MOST_SHARING: usize = 1024;

/// Groups of questions, each around its first: the most frequent that was like none before it. Every other question is
/// in the group that it is most like. `order` has the questions with the most frequent first.
pub(super) fn join(alike: &Alike, order: &[usize]) -> Vec<Vec<usize>> {
    let mut groups = Groups {
        alike,
        members: Vec::new(),
        by_sense: HashMap::new(),
        shared: Vec::new(),
    };
    for &question in order {
        match groups.most_like(question) {
            Some(group) => groups.members[group].push(question),
            None => groups.found(question),
        }
    }
    groups.members
}

struct Groups<'a> {
    alike: &'a Alike,
    members: Vec<Vec<usize>>,
    /// The groups whose first question has a sense, in order.
    by_sense: HashMap<Sense, Vec<usize>>,
    /// What each group shares with a question; all zero in between.
    shared: Vec<f64>,
}

impl Groups<'_> {
    /// Makes a group of a question that is like no other.
    fn found(&mut self, question: usize) {
        let group = self.members.len();
        self.members.push(vec![question]);
        self.shared.push(0.0);
        for sense in self.alike.senses(question) {
            let groups = self.by_sense.entry(sense).or_default();
            if groups.len() < MOST_SHARING {
                groups.push(group);
            }
        }
    }

    /// The group that a question is most like, if it is like any; the first among equals.
    fn most_like(&mut self, question: usize) -> Option<usize> {
        let mut sharing = Vec::new();
        for (sense, weight) in self.alike.telling(question, LIKE_ENOUGH) {
            for &group in self.by_sense.get(&sense).into_iter().flatten() {
                if self.shared[group] <= 0.0 {
                    sharing.push(group);
                }
                self.shared[group] += weight;
            }
        }
        let mut ranked: Vec<(f64, usize)> = sharing
            .into_iter()
            .map(|group| (std::mem::take(&mut self.shared[group]), group))
            .collect();
        let by_share = |a: &(f64, usize), b: &(f64, usize)| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1));
        if ranked.len() > MOST_COMPARED {
            ranked.select_nth_unstable_by(MOST_COMPARED, by_share);
            ranked.truncate(MOST_COMPARED);
        }
        let likeness = |group: usize| self.alike.likeness(question, self.members[group][0]);
        ranked
            .into_iter()
            .map(|(_, group)| (likeness(group), group))
            .filter(|(likeness, _)| *likeness >= LIKE_ENOUGH)
            .max_by(|a, b| a.0.total_cmp(&b.0).then(Reverse(a.1).cmp(&Reverse(b.1))))
            .map(|(_, group)| group)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Document, Faq};
    use crate::search::{Engine, Reading};

    #[test]
    fn each_question_is_in_the_group_that_it_is_most_like() {
        let english = Document {
            language: Some("en".into()),
            ..Document::default()
        };
        let faq = Faq {
            documents: vec![english],
            entries: Vec::new(),
        };
        let engine = Engine::new(&faq);
        let mut reading = Reading::new(&engine);
        let questions = [
            "where is my parcel",
            "may I bring the dog",
            "where are my parcels now",
            "may I bring a dog and the parcel",
            "xylophone",
        ];
        for (number, question) in questions.iter().enumerate() {
            assert_eq!(reading.add(question), number);
        }
        let alike = reading.finish();
        assert_eq!(
            join(&alike, &[0, 1, 2, 3, 4]),
            [vec![0, 2], vec![1, 3], vec![4]]
        );
        // The order says which comes first and stays so.
        assert_eq!(
            join(&alike, &[4, 3, 2, 1, 0]),
            [vec![4], vec![3, 1], vec![2, 0]]
        );
        assert_eq!(join(&alike, &[2, 4]), [vec![2], vec![4]]);
    }
}
