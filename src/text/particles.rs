//! Characters that mostly hold sentences together, in Chinese, Japanese and Korean: particles, endings, pronouns.
//!
//! Written from general knowledge. A character is listed when it says little about a subject in most questions that have
//! it; that it is part of another word now and then does little harm, since it is weighed down, not dropped.

/// Chinese: particles, pronouns, auxiliaries, prepositions, connectives.
const CHINESE: &str = "的了吗呢啊吧呀嘛么哦着过们我你您他她它这那是在有和与就都也还才很请问能可以要会个一些得把被让给到从为对于\
    及或但而且所因如之其";

/// Korean: syllables of particles and of endings.
const KOREAN: &str = "은는이가을를에의도로와과고며지요어아해하줘니나다까서면던든랑네야게러려겠었았했습세십시오것수거건걸만";

/// Hiragana writes particles, endings and auxiliaries; subjects are written in Han or Katakana.
const HIRAGANA: [usize; 2] = [0x3041, 0x3096];

/// A bit for each character up to U+FFFF: every character of every text in these scripts is looked up.
static PARTICLES: [u64; 1024] = {
    let mut table = [0; 1024];
    add(CHINESE, &mut table);
    add(KOREAN, &mut table);
    let mut code = HIRAGANA[0];
    while code <= HIRAGANA[1] {
        table[code / 64] |= 1 << (code % 64);
        code += 1;
    }
    table
};

/// Adds characters of three bytes each, as all of these scripts are.
const fn add(list: &str, table: &mut [u64; 1024]) {
    let bytes = list.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        assert!(bytes[at] >> 4 == 0b1110, "a character of three bytes");
        let [high, middle, low] = [bytes[at] & 0xF, bytes[at + 1] & 0x3F, bytes[at + 2] & 0x3F];
        let code = (high as usize) << 12 | (middle as usize) << 6 | low as usize;
        assert!(table[code / 64] >> (code % 64) & 1 == 0, "listed once");
        table[code / 64] |= 1 << (code % 64);
        at += 3;
    }
}

/// Whether a character mostly holds sentences together.
pub(super) fn is_particle(c: char) -> bool {
    let code = u32::from(c) as usize;
    let bits = PARTICLES.get(code / 64).copied().unwrap_or(0);
    bits >> (code % 64) & 1 == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn particles_are_told_from_other_characters() {
        for c in "的其吗ぁをゖの은만는줘".chars() {
            assert!(is_particle(c), "{c}");
        }
        for c in "水东ア車물책a\u{20000}".chars() {
            assert!(!is_particle(c), "{c}");
        }
    }
}
