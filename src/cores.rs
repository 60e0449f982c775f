//! Many things done by all cores, with the results in their order: many questions asked of one FAQ, for example.

use std::num::NonZero;
use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// How many things there must be for each thread, so that it is worth its start.
const THINGS_WORTH_A_THREAD: usize = 2;

/// How many cores there are to work with.
#[derive(Debug, Clone, Copy)]
pub struct Cores(usize);

impl Cores {
    /// Those that this process may use; to find out takes longer than to answer a question of a small FAQ.
    #[must_use]
    pub fn here() -> Self {
        Self(thread::available_parallelism().map_or(1, NonZero::get))
    }

    /// Does something with each of some things; whichever thread is free takes the next.
    ///
    /// # Panics
    ///
    /// When `work` does.
    pub fn each<T: Sync, R: Send>(self, things: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
        let threads = self.0.min(things.len() / THINGS_WORTH_A_THREAD);
        if threads < 2 {
            return things.iter().map(work).collect();
        }
        let next = AtomicUsize::new(0);
        let take = || {
            let mut done = Vec::new();
            loop {
                let at = next.fetch_add(1, Ordering::Relaxed);
                match things.get(at) {
                    Some(thing) => done.push((at, work(thing))),
                    None => return done,
                }
            }
        };
        let done = thread::scope(|scope| {
            // Where there is no thread to be had, the others do its part.
            let others: Vec<_> = (1..threads)
                .filter_map(|_| thread::Builder::new().spawn_scoped(scope, take).ok())
                .collect();
            let mut done = take();
            for other in others {
                done.extend(other.join().unwrap_or_else(|panic| resume_unwind(panic)));
            }
            done
        });
        let mut results: Vec<Option<R>> = Vec::new();
        results.resize_with(things.len(), || None);
        for (at, result) in done {
            results[at] = Some(result);
        }
        results.into_iter().flatten().collect()
    }
}

/// Whether there is a second core to work with, which takes as long to find out as [`Cores::here`].
pub(crate) fn has_second() -> bool {
    Cores::here().0 > 1
}

/// Does two things at once, if there is a thread to be had for the second, and otherwise one after the other.
///
/// # Panics
///
/// When one of them does.
pub(crate) fn both<A, B: Send>(here: impl FnOnce() -> A, there: impl Fn() -> B + Sync) -> (A, B) {
    thread::scope(|scope| {
        let other = thread::Builder::new().spawn_scoped(scope, &there);
        let here = here();
        let there = match other {
            Ok(other) => other.join().unwrap_or_else(|panic| resume_unwind(panic)),
            Err(_) => there(),
        };
        (here, there)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_are_in_order_however_many_cores_there_are() {
        for cores in 1..9 {
            for count in [0, 1, 3, 4, 64, 1_000] {
                let things: Vec<usize> = (0..count).collect();
                let doubled = Cores(cores).each(&things, |thing| 2 * thing);
                let expected: Vec<usize> = (0..count).map(|thing| 2 * thing).collect();
                assert_eq!(doubled, expected, "{cores} {count}");
            }
        }
    }
}
