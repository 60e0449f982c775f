//! Characters that mostly hold sentences together, in Chinese, Japanese and Korean: particles, endings, pronouns.
//!
//! Written from general knowledge. A character is listed when it says little about a subject in most questions that have
//! it; that it is part of another word now and then does little harm, since it is weighed down, not dropped.

/// Whether a character mostly holds sentences together.
pub(super) fn is_particle(c: char) -> bool {
    match c {
        // Hiragana writes particles, endings and auxiliaries; subjects are written in Han or Katakana.
        '\u{3041}'..='\u{3096}' => true,
        '\u{4e00}'..='\u{9fff}' => is_chinese(c),
        '\u{ac00}'..='\u{d7a3}' => is_korean(c),
        _ => false,
    }
}

/// Chinese: particles, pronouns, auxiliaries, prepositions, connectives.
fn is_chinese(c: char) -> bool {
    matches!(
        c,
        '一' | '与'
            | '且'
            | '个'
            | '为'
            | '么'
            | '之'
            | '也'
            | '了'
            | '于'
            | '些'
            | '从'
            | '他'
            | '以'
            | '们'
            | '会'
            | '但'
            | '你'
            | '其'
            | '到'
            | '及'
            | '可'
            | '吗'
            | '吧'
            | '呀'
            | '呢'
            | '和'
            | '哦'
            | '啊'
            | '嘛'
            | '因'
            | '在'
            | '她'
            | '如'
            | '它'
            | '对'
            | '就'
            | '很'
            | '得'
            | '您'
            | '我'
            | '或'
            | '所'
            | '才'
            | '把'
            | '是'
            | '有'
            | '的'
            | '着'
            | '给'
            | '而'
            | '能'
            | '被'
            | '要'
            | '让'
            | '请'
            | '过'
            | '还'
            | '这'
            | '那'
            | '都'
            | '问'
    )
}

/// Korean: syllables of particles and of endings.
fn is_korean(c: char) -> bool {
    matches!(
        c,
        '가' | '거'
            | '건'
            | '걸'
            | '것'
            | '게'
            | '겠'
            | '고'
            | '과'
            | '까'
            | '나'
            | '네'
            | '는'
            | '니'
            | '다'
            | '던'
            | '도'
            | '든'
            | '랑'
            | '러'
            | '려'
            | '로'
            | '를'
            | '만'
            | '며'
            | '면'
            | '서'
            | '세'
            | '수'
            | '습'
            | '시'
            | '십'
            | '아'
            | '았'
            | '야'
            | '어'
            | '었'
            | '에'
            | '오'
            | '와'
            | '요'
            | '은'
            | '을'
            | '의'
            | '이'
            | '줘'
            | '지'
            | '하'
            | '해'
            | '했'
    )
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
}
