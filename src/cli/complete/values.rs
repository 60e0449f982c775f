//! The words that fit: names of commands and options, values that an argument takes, ids and tags of the FAQ.

use clap::{Arg, Command};
use faq::{Entry, Faq};

use super::Candidate;
use super::place::Place;
use crate::cli::load;
use crate::cli::output::sanitize::Clean;
use crate::cli::report::Tag;
use crate::cli::settings::origin::{Origin, chosen};
use crate::cli::settings::{Settings, is_standard_input};

/// More than this is nothing to choose from, and takes a shell long to look at.
const MOST: usize = 5_000;

pub(super) fn commands(command: &Command) -> Vec<Candidate> {
    let shown = command
        .get_subcommands()
        .filter(|command| !command.is_hide_set());
    shown
        .map(|command| Candidate {
            word: command.get_name().to_owned(),
            meaning: command
                .get_about()
                .map(ToString::to_string)
                .unwrap_or_default(),
        })
        .collect()
}

/// A command's own options first.
pub(super) fn options(command: &Command) -> Vec<Candidate> {
    let shown = command
        .get_arguments()
        .filter(|option| !option.is_hide_set());
    let (common, own): (Vec<&Arg>, Vec<&Arg>) = shown.partition(|option| option.is_global_set());
    own.into_iter()
        .chain(common)
        .filter_map(|option| {
            Some(Candidate {
                word: format!("--{}", option.get_long()?),
                meaning: option
                    .get_help()
                    .map(ToString::to_string)
                    .unwrap_or_default(),
            })
        })
        .collect()
}

/// The values that an argument can have; none where that is not known.
pub(super) fn of(argument: &Arg, place: &Place<'_>) -> Option<Vec<Candidate>> {
    match argument.get_id().as_str() {
        "tag" => return Some(of_faq(place, tags)),
        "ids" => return Some(of_faq(place, |faq| ids(faq, place))),
        _ => {}
    }
    let values = argument.get_possible_values();
    let candidates = values
        .iter()
        .filter(|value| !value.is_hide_set())
        .map(|value| Candidate {
            word: value.get_name().to_owned(),
            meaning: value
                .get_help()
                .map(ToString::to_string)
                .unwrap_or_default(),
        });
    (!values.is_empty()).then(|| candidates.collect())
}

/// Something of the FAQ that the command line would use; nothing where there is no such FAQ, or it would be typed.
fn of_faq(
    place: &Place<'_>,
    list: impl Fn(&'static Faq<'static>) -> Vec<Candidate>,
) -> Vec<Candidate> {
    if place.faq.files.iter().any(|file| is_standard_input(file)) {
        return Vec::new();
    }
    let origin = if place.faq.builtin {
        Ok(Origin::Builtin)
    } else {
        chosen(place.faq.files.clone())
    };
    let Ok(origin) = origin else {
        return Vec::new();
    };
    let settings = Settings::unseen(origin, place.faq.format);
    let mut candidates = load::faq(&settings).map_or_else(|_| Vec::new(), list);
    if candidates.len() > MOST {
        candidates.clear();
    }
    candidates
}

fn ids(faq: &Faq<'_>, place: &Place<'_>) -> Vec<Candidate> {
    let candidate = |entry: &Entry<'_>| Candidate {
        word: entry.id.to_string(),
        meaning: Clean::line(&entry.question).as_str().to_owned(),
    };
    let entries = faq
        .entries
        .iter()
        .filter(|entry| entry.has_any_tag(&place.faq.tags));
    entries
        .map(candidate)
        .filter(|candidate| !place.typed.contains(&candidate.word))
        .collect()
}

fn tags(faq: &'static Faq<'static>) -> Vec<Candidate> {
    let entries: Vec<usize> = (0..faq.entries.len()).collect();
    let tags = Tag::all(&entries, faq);
    tags.iter()
        .map(|tag| Candidate {
            word: tag.name.to_owned(),
            meaning: String::new(),
        })
        .collect()
}
