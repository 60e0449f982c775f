//! Characters that mostly hold sentences together, in Chinese, Japanese and Korean: particles, endings, pronouns.
//!
//! Written from general knowledge. A character is listed when it says little about a subject in most questions that have
//! it; that it is part of another word now and then does little harm, since it is weighed down, not dropped.

/// Chinese: particles, pronouns, auxiliaries, prepositions, connectives.
const CHINESE: &str = "的了吗呢啊吧呀嘛么哦着过们我你您他她它这那是在有和与就都也还才很请问能可以要会个一些得把被让给到从为对于\
    及或但而且所因如之其";

/// Korean: syllables of particles and of endings. Those of common short words besides (시 as in *time*) are few.
const KOREAN: &str = "은는이가을를에의도로와과고며지요어아해하줘니나다까서면던든랑네야게러려겠었았했습세십시오것수거건걸만";

/// Whether a character mostly holds sentences together.
pub(super) fn is_particle(c: char) -> bool {
    match u32::from(c) {
        // Hiragana writes particles, endings and auxiliaries; subjects are written in Han or Katakana.
        0x3041..=0x3096 => true,
        0x4E00..=0x9FFF => CHINESE.contains(c),
        0xAC00..=0xD7A3 => KOREAN.contains(c),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn particles_are_told_from_other_characters() {
        for c in "的吗をの는줘".chars() {
            assert!(is_particle(c), "{c}");
        }
        for c in "水东ア車물책a".chars() {
            assert!(!is_particle(c), "{c}");
        }
    }

    #[test]
    fn each_is_listed_once() {
        for list in [CHINESE, KOREAN] {
            for c in list.chars() {
                assert_eq!(list.matches(c).count(), 1, "{c}");
            }
        }
    }
}
