//! Where the links of a page lead.

use std::fs;
use std::path::Path;

/// Pages that may be linked to before they are there.
const BEING_WRITTEN: &[&str] = &["docs/performance.md", "docs/reliability.md"];

/// What is wrong with the links of a page to files and headings of this repository.
pub(crate) fn broken(page: &str, file: &Path, root: &Path) -> Vec<String> {
    let folder = file.parent().unwrap_or(root);
    let mut broken = Vec::new();
    for target in targets(page).filter(|target| !target.contains("://")) {
        let (path, heading) = target.split_once('#').unwrap_or((target, ""));
        let linked = if path.is_empty() {
            file.to_owned()
        } else {
            folder.join(path)
        };
        if !linked.exists() {
            if !BEING_WRITTEN.iter().any(|page| linked == root.join(page)) {
                broken.push(format!("{target}: is not there"));
            }
        } else if !heading.is_empty() {
            let text = fs::read_to_string(linked).unwrap();
            if !anchors(&text).any(|known| known == heading) {
                broken.push(format!("{target}: has no such heading"));
            }
        }
    }
    broken
}

/// What a page links to, outside its blocks.
pub(crate) fn targets(page: &str) -> impl Iterator<Item = &str> {
    let behind = |begin: &'static str, end: char| {
        let found = prose(page).flat_map(move |line| line.split(begin).skip(1));
        found.filter_map(move |rest| rest.split_once(end).map(|(target, _)| target))
    };
    let pictures = behind(" src=\"", '"').chain(behind(" srcset=\"", '"'));
    behind("](", ')').chain(pictures)
}

/// The lines outside blocks.
fn prose(page: &str) -> impl Iterator<Item = &str> {
    let mut inside = false;
    page.lines().filter(move |line| {
        let fence = line.trim_start().starts_with("```");
        inside ^= fence;
        !inside && !fence
    })
}

/// The anchors that headings get.
fn anchors(page: &str) -> impl Iterator<Item = String> {
    let titles = prose(page).filter_map(|line| {
        let title = line.trim_start_matches('#');
        (title.len() < line.len()).then(|| title.trim().to_lowercase())
    });
    titles.map(|title| {
        let kept = |it: &char| it.is_alphanumeric() || " -_".contains(*it);
        let kept: String = title.chars().filter(kept).collect();
        kept.replace(' ', "-")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_and_headings_are_found_outside_blocks() {
        let page = "# A page's name\n[a](b.md#c) and [d](https://e)\n```sh\n# no [x](y)\n```\n";
        assert_eq!(targets(page).collect::<Vec<_>>(), ["b.md#c", "https://e"]);
        let pictures = "<source srcset=\"f.svg\">\n<img alt=\"\" src=\"g.svg\">\n";
        assert_eq!(targets(pictures).collect::<Vec<_>>(), ["g.svg", "f.svg"]);
        assert_eq!(anchors(page).collect::<Vec<_>>(), ["a-pages-name"]);
    }
}
