//! What columns are called in languages other than English.
//!
//! Only words that say what a column is for. Numbers, such as *Nr.*, are no ids: they may begin anew in every section, and
//! rows with one id are one entry.

use super::names::Role;

/// A column of this name is for this, if it is for anything. Names are as [`key`](super::names::key) makes them, and
/// once more without the accents that some tools lose.
pub(super) fn role(key: &str) -> Option<Role> {
    let names = |names: &str| names.split_ascii_whitespace().any(|name| name == key);
    NAMES
        .iter()
        .find(|(_, it)| names(it))
        .map(|(role, _)| *role)
}

/// Names by role, those of languages that are akin beside one another.
const NAMES: [(Role, &str); 7] = [
    (Role::Question, QUESTION),
    (Role::Answer, ANSWER),
    (Role::Id, ID),
    (Role::Alternates, ALTERNATES),
    (Role::Tags, TAGS),
    (Role::Tag, TAG),
    (Role::Source, SOURCE),
];

const QUESTION: &str = "
    frage fragen pregunta preguntas domanda domande pergunta perguntas vraag vragen fråga fraga frågor fragor
    spørgsmål sporgsmal spørsmål sporsmal spurning kysymys kysymykset küsimus kusimus jautājums jautajums
    klausimas pytanie pytania otázka otazka otázky otazky vprašanje vprasanje pitanje pitanja питање kérdés
    kerdes kérdések kerdesek întrebare intrebare întrebări intrebari вопрос вопросы питання запитання въпрос
    въпроси ερώτηση ερωτηση soru sorular سؤال السؤال سوال پرسش שאלה परशन सवाल পরশন คำถาม pertanyaan soalan
    câuhỏi cauhoi tanong swali galdera 问题 问 提问 标准问 标准问题 標準問題 問題 提問 質問 質問文 問い 問 질문
";

const ANSWER: &str = "
    antwort antworten respuesta respuestas réponse reponse réponses reponses risposta risposte resposta
    respostas antwoord antwoorden svar vastaus vastaukset vastus atbilde atsakymas odpowiedź odpowiedz
    odpowiedzi odpověď odpoved odpovědi odpovedi odpoveď odgovor odgovori одговор válasz valasz válaszok
    valaszok răspuns raspuns răspunsuri raspunsuri ответ ответы відповідь відповіді отговор отговори απάντηση
    απαντηση cevap cevaplar yanıt yanit yanıtlar yanitlar جواب الجواب إجابة الإجابة اجابة الاجابة پاسخ תשובה
    उततर जवाब উততর คำตอบ jawaban jawapan trảlời traloi câutrảlời cautraloi sagot jibu erantzuna 答案 答 回答 答复 答覆
    解答 标准答案 標準答案 答え 回答文 답변 답 대답
";

const ID: &str = "
    kennung identifiant identificador identificativo identyfikator identifikátor identifikator tunniste
    идентификатор ідентифікатор المعرف 识别码 識別碼 標識 标识 識別子 식별자
";

const ALTERNATES: &str = "
    alternativen alternativfragen alternativefragen alternativefrage varianten fragevarianten
    andereformulierungen variantes questionsalternatives questionalternative reformulations autresformulations
    alternativas preguntasalternativas preguntaalternativa varianti domandealternative domandaalternativa
    perguntasalternativas perguntaalternativa variações variacoes alternatievevragen alternatieven alternativ
    varianter warianty pytaniaalternatywne varianty variante варианты вариантывопроса альтернативныевопросы
    варіанти alternatifler alternatifsorular 相似问 相似问题 相似问法 扩展问 扩展问题 相似問題 類似問題 類似質問 別の聞き方 言い換え 유사질문 대체질문
";

const TAGS: &str = "
    schlagwörter schlagworter schlagworte stichwörter stichworter stichworte kategorien themen étiquettes
    etiquettes motsclés motscles catégories thèmes themes etiquetas palabrasclave categorías categorias temas
    etichette parolechiave categorie palavraschave trefwoorden categorieën categorieen onderwerpen taggar
    nyckelord nøgleord nogleord nøkkelord nokkelord kategorier avainsanat tunnisteet tagi etykiety
    słowakluczowe štítky stitky címkék cimkek etichete etiketler теги метки ключевыеслова категории мітки
    ключовіслова ετικέτες ετικετες الوسوم برچسبها תגיות 标签 標籤 关键词 關鍵詞 关键字 關鍵字 タグ キーワード 태그 키워드 แทก
";

const TAG: &str = "
    kategorie thema rubrik bereich catégorie thème theme rubrique categoría categoria tema argomento assunto
    onderwerp kategori emne ämne kategoria aihe luokka temat téma kategória konu категория раздел тема
    категорія розділ κατηγορία κατηγορια الفئة التصنيف دسته קטגוריה 类别 類別 分类 分類 カテゴリ カテゴリー 카테고리 분류 danhmục
    danhmuc chủđề chude หมวดหมู
";

const SOURCE: &str = "
    quelle lien fuente enlace fonte bron källa kalla kilde lähde lahde źródło zrodło zdroj forrás forras sursă
    sursa kaynak источник ссылка джерело посилання πηγή المصدر رابط منبع מקור 来源 來源 链接 連結 出典 リンク 출처 링크 sumber
    nguồn nguon แหลงทีมา
";

#[cfg(test)]
mod tests {
    use super::super::names::key;
    use super::*;

    #[test]
    fn each_name_is_compared_as_it_stands_and_has_one_role() {
        let all = NAMES.iter().flat_map(|(_, names)| names.split_whitespace());
        let mut all: Vec<&str> = all.collect();
        for name in &all {
            assert_eq!(key(name), *name);
        }
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count);
    }

    #[test]
    fn headings_are_understood_as_people_write_them() {
        for (heading, expected) in [
            ("Frage", Some(Role::Question)),
            ("Câu hỏi (bắt buộc)", Some(Role::Question)),
            ("质问", None),
            ("问题（必填）", Some(Role::Question)),
            ("प्रश्न", Some(Role::Question)),
            ("RÉPONSE", Some(Role::Answer)),
            // Decomposed, as from a Mac.
            ("Re\u{301}ponse", Some(Role::Answer)),
            ("Schlagwörter", Some(Role::Tags)),
            ("Catégorie :", Some(Role::Tag)),
            ("Mots-clés", Some(Role::Tags)),
            ("Источник", Some(Role::Source)),
            ("Nr.", None),
            ("编号", None),
            ("", None),
        ] {
            assert_eq!(role(&key(heading)), expected, "{heading}");
        }
    }
}
