//! Work on many things at once, with results in the order of the things.

use std::num::NonZero;
use std::thread;

use crate::model::Faq;

/// How many questions are put to the engine for one kind of finding, at most and at least: nobody mends more at once.
const MOST_ASKED: usize = 600;
const LEAST_ASKED: usize = 100;

/// How many phrasings are looked at for all of them together: each question is compared with every phrasing.
const WORK: usize = 6_000_000;

/// How many questions may be put to an engine for this FAQ.
pub(super) fn affordable(faq: &Faq<'_>) -> usize {
    let phrasings: usize = faq.entries.iter().map(|it| 1 + it.alternates.len()).sum();
    (WORK / phrasings.max(1)).clamp(LEAST_ASKED, MOST_ASKED)
}

/// What `work` makes of each item. Each core takes every so many-th item, so that costly neighbours are shared out.
pub(super) fn each<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let cores = cores.min(items.len());
    if cores < 2 {
        return items.iter().map(work).collect();
    }
    let work = &work;
    let shares = thread::scope(|scope| {
        let share = |first: usize| {
            let mine = items.iter().skip(first).step_by(cores);
            scope.spawn(move || mine.map(work).collect::<Vec<R>>())
        };
        let workers: Vec<_> = (0..cores).map(share).collect();
        let shares = workers.into_iter().map(|worker| match worker.join() {
            Ok(share) => share.into_iter(),
            Err(panic) => std::panic::resume_unwind(panic),
        });
        shares.collect::<Vec<_>>()
    });
    let mut shares = shares;
    (0..items.len())
        .filter_map(|number| shares[number % cores].next())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::each;

    #[test]
    fn results_come_in_order_however_many_there_are() {
        for count in [0, 1, 2, 3, 1000] {
            let items: Vec<usize> = (0..count).collect();
            assert_eq!(each(&items, |it| it + 1), (1..=count).collect::<Vec<_>>());
        }
    }
}
