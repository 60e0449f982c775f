//! What a word is there for: the subject, the kind of question, or the grammar.
//!
//! The lists are short on purpose: a word belongs here when it tells nothing about the subject of a question,
//! and a word that is missing costs little, since its frequency in the FAQ weighs it down anyway.

use hashbrown::HashMap;

use super::{Language, particles};

/// What a word is there for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Class {
    /// It says what the text is about.
    Content,
    /// It is no word but a character of a script without spaces, and so many particles: none or one.
    Character(u8),
    /// It is no word but two neighbouring characters of such a script, which says how these hang together, and so many
    /// of the two are particles.
    Pair(u8),
    /// It says what is asked: who, where, how.
    Question,
    /// It holds the sentence together: the, of, please.
    Function,
}

impl Class {
    /// The class of a character, or of two that are neighbours, in a script without spaces.
    pub(super) fn of_characters(gram: &str) -> Self {
        let mut characters = gram.chars();
        let particles = |c: Option<char>| u8::from(c.is_some_and(particles::is_particle));
        let first = particles(characters.next());
        match characters.next() {
            None => Self::Character(first),
            second => Self::Pair(first + particles(second)),
        }
    }

    /// Whether it is no word, but what stands in for one.
    pub(crate) fn is_of_characters(self) -> bool {
        matches!(self, Self::Character(_) | Self::Pair(_))
    }

    /// Whether it is about a subject.
    pub(crate) fn is_subject(self) -> bool {
        !matches!(self, Self::Question | Self::Function)
    }
}

/// The words of a language that are not about a subject.
#[derive(Debug)]
pub(super) struct Classes {
    classes: HashMap<&'static str, Class>,
    /// For each first and each last byte of them, as far as its lowest five bits tell, the set of their lengths: that a
    /// word is none of them mostly shows there.
    lengths: [[u32; 32]; 2],
}

impl Classes {
    /// The words of a language; without one, there are none.
    pub(super) fn new(language: Option<Language>) -> Self {
        let mut known = Self {
            classes: HashMap::new(),
            lengths: [[0; 32]; 2],
        };
        if let Some(language) = language {
            known.classes.reserve(MOST_WORDS);
            let Lists { question, function } = lists(language);
            known.add(function, Class::Function);
            known.add(question, Class::Question);
        }
        known
    }

    fn add(&mut self, words: &'static str, class: Class) {
        for word in words.split_ascii_whitespace() {
            let ends = ends(word.as_bytes());
            for (lengths, end) in self.lengths.iter_mut().zip(ends) {
                lengths[end] |= length(word);
            }
            self.classes.insert(word, class);
        }
    }

    /// The class of a lower-case word.
    pub(super) fn of(&self, word: &str) -> Class {
        let [first, last] = ends(word.as_bytes());
        let [firsts, lasts] = &self.lengths;
        if firsts[first] & lasts[last] & length(word) == 0 {
            return Class::Content;
        }
        self.classes.get(word).copied().unwrap_or(Class::Content)
    }
}

/// The lowest five bits of the first and of the last byte.
fn ends(word: &[u8]) -> [usize; 2] {
    let end = |byte: Option<&u8>| usize::from(byte.copied().unwrap_or_default() % 32);
    [end(word.first()), end(word.last())]
}

/// A set of one length; the longest share a place.
fn length(word: &str) -> u32 {
    1 << word.len().min(31)
}

// English has its light verbs among them (*get*, *make*, *want*): they are in questions about anything. Worth up to a
// point of Hit@1 on each English set, and fewer wrong answers.

/// No language has more of them here.
const MOST_WORDS: usize = 192;

/// The words of one language. One long string each: a table of thousands of pointers would have to be relocated
/// at every start of the program.
struct Lists {
    question: &'static str,
    function: &'static str,
}

fn lists(language: Language) -> Lists {
    match language {
        Language::English => ENGLISH,
        Language::German => GERMAN,
        Language::French => FRENCH,
        Language::Spanish => SPANISH,
        Language::Italian => ITALIAN,
        Language::Portuguese => PORTUGUESE,
        Language::Dutch => DUTCH,
        Language::Danish => DANISH,
        Language::Norwegian => NORWEGIAN,
        Language::Swedish => SWEDISH,
        Language::Russian => RUSSIAN,
    }
}

const ENGLISH: Lists = Lists {
    question: "what when where which who whom whose why how",
    function: "a about after all also am an and any are as at be because been before being but by can \
        could did do does doing done down each else for from get gets getting go goes going got \
        had has have having he hello her here hers hey hi him his i if in into is it its just \
        know knows let like make makes making may me might mine must my myself need needs no not \
        of off on or our ours out over please pls say says see shall she should so some such \
        tell than thank thanks that the their them then there these they this those through to \
        too under until up us very want wants was we were while will with would you your yours",
};

const GERMAN: Lists = Lists {
    question: "was wann wo welche welcher welches welchen wer wem wen wessen warum wieso weshalb wie \
        wohin woher wozu womit",
    function: "aber als also am an auch auf aus bei beim bin bis bitte da damit dann das dass dem den \
        denn der des die dies diese dieser dieses doch du durch ein eine einem einen einer eines \
        er es euch für gegen hab habe haben hat ich ihr ihre ihren im in ins ist ja kann kein \
        keine können man mein meine meinem meinen meiner mich mir mit muss müssen nach nicht \
        noch nur ob oder ohne sein seine sich sie sind so soll um und uns unser unsere unter vom \
        von vor war wenn werde werden will wir wird zu zum zur über",
};

const FRENCH: Lists = Lists {
    question: "que quoi quand où quel quelle quels quelles qui pourquoi comment combien",
    function: "a ai au aux avec avez avoir avons c ce ces cet cette d dans de des donc du elle en est \
        et faire fait faut il ils j je l la le les leur leurs lui m ma mais me mes moi mon n ne \
        nos notre nous on ont ou par pas peut peux plus pour puis qu s sa sans se ses si son \
        sont sous suis sur t te toi ton très tu un une vers vos votre vous y à être",
};

const SPANISH: Lists = Lists {
    question: "qué que cuándo dónde cuál cuáles quién quiénes cómo cuánto cuánta cuántos cuántas adónde",
    function: "a al ante aquí así como con de del desde donde el ella ellos en entre era es esa ese eso \
        esta estar estas este esto estos está están estoy fue ha hacer han has hasta hay he la \
        las le les lo los me mi mis muy más mí no nos nosotros nuestra nuestro o para pero por \
        porque puede pueden puedo se ser si sin sobre son soy su sus sí también te tengo tiene \
        tu tus tú un una uno unos usted y ya yo",
};

const ITALIAN: Lists = Lists {
    question: "che cosa quando dove quale quali chi perché come quanto quanta quanti quante",
    function: "a ad agli ai al alla alle allo anche c ci con da dai dal dalla degli dei del della delle \
        dello di e ed era fare fra gli ha hanno ho i il in io l la le lei lo loro lui ma mi mia \
        mie miei mio ne nei nel nella nelle noi non nostra nostro o per più posso può questa \
        queste questi questo se si sono sta su sua sul sulla suo ti tra tu tua tuo un una uno vi \
        voi è",
};

const PORTUGUESE: Lists = Lists {
    question: "que quê quando onde qual quais quem como quanto quanta quantos quantas porquê",
    function: "a ao aos as até com da das de dela dele deles depois do dos e ela elas ele eles em entre \
        era essa esse esta este está estão eu fazer foi há isso isto já lhe lhes mais mas me \
        mesmo meu meus minha minhas muito na nas no nos nossa nosso não nós o os ou para pela \
        pelo pode podem por porque posso se sem ser seu seus sobre sou sua suas são também te \
        tem tenho ter um uma você vocês à às é",
};

const DUTCH: Lists = Lists {
    question: "wat wanneer waar welk welke wie wiens waarom hoe hoeveel waarmee waarvoor",
    function: "aan al alle als ben bij dan dat de deze die dit doen door dus een en er haar had heb \
        hebben heeft hem het hij hun ik in is je jij jouw jullie kan kun kunnen maar me mee meer \
        met mij mijn moet moeten na naar niet nog nu of om omdat ons onze ook op over te tot u \
        uit uw van voor waren was we wel werd wij wil word worden wordt zal ze zich zij zijn zo \
        zou",
};

const DANISH: Lists = Lists {
    question: "hvad hvornår hvor hvilken hvilket hvilke hvem hvis hvorfor hvordan",
    function: "af alle at blev bliver da de dem den denne der deres det dette dig din dine disse dit du \
        efter eller en er et for fra få får ham han har havde have her hun i ikke ind jeg jer \
        kan man med men mig min mine mit må ned nogen noget nu når og også om op os over på sig \
        sin skal som så til ud under var ved vi vil vores være",
};

const NORWEGIAN: Lists = Lists {
    question: "hva når hvor hvilken hvilket hvilke hvem hvorfor hvordan",
    function: "alle at av ble blir da de deg dem den denne der deres det dette din dine disse ditt du \
        eller en er et etter for fra få får ham han har hadde ha her hun i ikke inn jeg kan man \
        med meg men min mine mitt må ned noe noen nå og også om opp oss over på seg sin skal som \
        så til under ut var ved vi vil vår være",
};

const SWEDISH: Lists = Lists {
    question: "vad när var vilken vilket vilka vem vems varför hur",
    function: "alla att av bli blir de dem den denna deras dess det detta dig din dina ditt du där då \
        efter eller en er ett för från får ha hade han har hon här i in inte ja jag kan man med \
        men mig min mina mitt måste nu någon något några och också om oss på sig sin ska skall \
        som så till under upp ut utan vara vi vill vår våra än är åt över",
};

const RUSSIAN: Lists = Lists {
    question: "что когда где куда откуда какой какая какое какие кто кого кому чей почему зачем как \
        сколько",
    function: "а без бы был была были было быть в вам вас весь во вот все всё вы для до его ее если \
        есть её же за и из или им их к ко ли меня мне могу мой моя мои моё мы на нам нас не него \
        нет ни них но о об он она они от по при с свой свою себя со так также там то тоже только \
        тот ты у уже чем чтобы эта эти это этот я",
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_classed_by_language() {
        for (word, language, class) in [
            ("who", Some(Language::English), Class::Question),
            ("the", Some(Language::English), Class::Function),
            ("us", Some(Language::English), Class::Function),
            ("summit", Some(Language::English), Class::Content),
            ("who", Some(Language::German), Class::Content),
            ("wie", Some(Language::German), Class::Question),
            ("für", Some(Language::German), Class::Function),
            ("où", Some(Language::French), Class::Question),
            ("почему", Some(Language::Russian), Class::Question),
            ("the", None, Class::Content),
        ] {
            assert_eq!(
                Classes::new(language).of(word),
                class,
                "{word} {language:?}"
            );
        }
    }
}
