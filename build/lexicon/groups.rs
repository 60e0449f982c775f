//! The groups, as the stems of their members' words one after the other, and where those begin that begin with a stem.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;

use pagefind_stem::{Algorithm, Stemmer};

use super::coding::{ENDS_GROUP, ENDS_MEMBER, STEMS_IN_BLOCK};
use super::{Group, rust};
use crate::cjk;

pub(super) fn write(
    groups_by_kind: &[Vec<Group<'_>>],
    out: &mut String,
) -> Result<(), Box<dyn Error>> {
    let stemmer = Stemmer::create(Algorithm::English);
    let members = groups_by_kind.iter().flatten().flatten();
    let stems: BTreeSet<(usize, String)> = members
        .flat_map(|member| stems(member, &stemmer))
        .map(|stem| (stem.len(), stem))
        .collect();
    let numbers = stems.iter().map(|(_, stem)| stem.as_str()).zip(0..);
    let numbers: BTreeMap<&str, u16> = numbers.collect();
    if stems.len() > usize::from(ENDS_GROUP) {
        return Err(format!("{} stems are more than can be told from marks", stems.len()).into());
    }

    let mut member_stems: Vec<u16> = Vec::new();
    let mut beginning: Vec<Vec<usize>> = vec![Vec::new(); stems.len()];
    let mut kind_ends = Vec::new();
    for groups in groups_by_kind {
        for members in groups {
            let mut written = BTreeSet::new();
            for member in members {
                let stems = self::stems(member, &stemmer);
                let member = stems.iter().map(|stem| numbers[stem.as_str()]);
                let member: Vec<u16> = member.collect();
                if written.insert(member.clone()) {
                    beginning[usize::from(member[0])].push(member_stems.len());
                    member_stems.extend(member);
                    mark_last(&mut member_stems, ENDS_MEMBER);
                }
            }
            mark_last(&mut member_stems, ENDS_GROUP);
        }
        kind_ends.push(member_stems.len());
    }

    write_stems(out, &stems)?;
    rust::write_table(out, "KIND_ENDS", "u16", kind_ends)?;
    rust::write_table(out, "MEMBER_STEMS", "u16", member_stems)?;
    write_beginning(out, &beginning)
}

fn mark_last(stems: &mut [u16], mark: u16) {
    if let Some(last) = stems.last_mut() {
        *last |= mark;
    }
}

/// The stems, the shortest first, so that none has to say where it ends; and of each length, how many are shorter and how many
/// bytes these take.
fn write_stems(out: &mut String, stems: &BTreeSet<(usize, String)>) -> Result<(), Box<dyn Error>> {
    let longest = stems.last().map_or(0, |(length, _)| *length);
    let shorter = |than: usize| {
        stems
            .range(..(than, String::new()))
            .map(|(length, _)| length)
    };
    let lengths = 0..=longest + 1;
    let text: String = stems.iter().map(|(_, stem)| stem.as_str()).collect();
    rust::write_text(out, "STEM_TEXT", &text)?;
    let counts = lengths.clone().map(|length| shorter(length).count());
    rust::write_table(out, "STEM_COUNTS", "u16", counts)?;
    let starts = lengths.map(|length| shorter(length).sum::<usize>());
    rust::write_table(out, "STEM_STARTS", "u32", starts)
}

/// Where the members begin whose first word has a stem, by stem; where each stem's part of that begins in the part of its
/// block, and where that of each block does.
fn write_beginning(out: &mut String, beginning: &[Vec<usize>]) -> Result<(), Box<dyn Error>> {
    let mut members: Vec<usize> = Vec::new();
    let (mut blocks, mut offsets) = (Vec::new(), Vec::new());
    for block in beginning.chunks(STEMS_IN_BLOCK) {
        let start = members.len();
        blocks.push(start);
        for of_stem in block {
            offsets.push(members.len() - start);
            members.extend(of_stem);
        }
    }
    // Where that of one more stem would begin, the last ends.
    if beginning.len().is_multiple_of(STEMS_IN_BLOCK) {
        blocks.push(members.len());
    }
    offsets.push(members.len() - blocks.last().copied().unwrap_or_default());
    rust::write_table(out, "BEGINNING_BLOCKS", "u16", blocks)?;
    rust::write_table(out, "BEGINNING_OFFSETS", "u8", offsets)?;
    rust::write_table(out, "BEGINNING_MEMBERS", "u16", members)
}

/// The stems of the words of a member; what is written in characters becomes these and their pairs.
fn stems(member: &[&str], stemmer: &Stemmer) -> Vec<String> {
    let mut stems: Vec<String> = Vec::new();
    for word in member {
        if word.starts_with(cjk::is_cjk) {
            stems.extend(cjk::grams(word).map(str::to_owned));
        } else {
            stems.push(stemmer.stem(word).into_owned());
        }
    }
    if stems.len() > 1 {
        // As in the analysis, final consonants tell nothing in a phrase.
        for stem in &mut stems {
            *stem = stem.chars().map(cjk::without_final).collect();
        }
    }
    stems
}
