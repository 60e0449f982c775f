//! Tables whose columns are named in other languages, as people export them, and what only looks like that.

use faq::Source;

use crate::support::{pairs, refusal};

#[test]
fn columns_may_be_named_in_other_languages() {
    for (name, text) in [
        ("-", "Frage;Antwort\nWhy?;So.\n"),
        ("a.csv", "Nr.,Kategorie,Frage,Antwort\n1,x,Why?,So.\n"),
        ("-", "Pregunta\tRespuesta\nWhy?\tSo.\n"),
        ("-", "Thème;Question;Réponse\nx;Why?;So.\n"),
        ("-", "Domanda;Risposta;Categoria\nWhy?;So.;x\n"),
        ("-", "Pergunta;Resposta;Tópico\nWhy?;So.;x\n"),
        ("-", "Вопрос;Ответ\nWhy?;So.\n"),
        ("-", "質問,回答,カテゴリ\nWhy?,So.,x\n"),
        ("-", "编号,问题,答案,相似问\n1,Why?,So.,Why so?\n"),
        ("-", "질문,답변\nWhy?,So.\n"),
        ("-", "السؤال,الإجابة\nWhy?,So.\n"),
        ("-", "Soru;Cevap\nWhy?;So.\n"),
    ] {
        let expected = [("Why?".to_owned(), "So.".to_owned())];
        assert_eq!(pairs(&Source::new(name, text)), expected, "{text}");
    }
}

#[test]
fn a_heading_is_no_entry_and_the_other_columns_are_read() {
    let text = "Kennung;Frage;Varianten;Antwort;Schlagwörter;Kategorie;Quelle\nx;Why?;Why so?;So.;a|b;c;https://x.example/\n";
    let sources = [Source::new("a.csv", text)];
    let faq = faq::parse(&sources, None).unwrap();
    let [entry] = &faq.entries[..] else {
        panic!("{:?}", faq.entries)
    };
    assert_eq!(entry.id, "x");
    assert_eq!(entry.alternates, ["Why so?"]);
    assert_eq!(entry.tags, ["a", "b", "c"]);
    assert_eq!(entry.source.as_deref(), Some("https://x.example/"));
    assert!(entry.extra.is_empty());
}

#[test]
fn numbers_are_no_ids_and_what_names_half_a_faq_is_none() {
    // Numbers begin anew in each section: these are two entries.
    let text = "Nr.;Frage;Antwort\n1;Why?;So.\n1;How?;Thus.\n";
    assert_eq!(pairs(&Source::new("a.csv", text)).len(), 2);
    assert_eq!(
        refusal("a.csv", "Frage;Thema;Datum;Autor\nWhy?;a;b;c\n"),
        "a.csv:1:1: no column is named \"answer\": the first row has \"Frage\", \"Thema\", \"Datum\", \"Autor\"; \
         name the columns in the first row, question and answer among them"
    );
    // A table of words, not of questions.
    assert!(refusal("a.csv", "vraag,Frage,fråga\nantwoord,Antwort,svar\n").contains("no column"));
}

#[test]
fn the_names_of_the_columns_may_stand_below_a_title() {
    for text in [
        "FAQ of the shop\n\nQuestion;Answer\nWhy?;So.\n",
        "Unsere FAQ;;\r\nStand: Mai;;\r\n;;\r\nKategorie;Frage;Antwort\r\nx;Why?;So.\r\n",
        "\"A title, with a comma\",,\nQuestion,Answer,Category\nWhy?,So.,x\n",
    ] {
        let expected = [("Why?".to_owned(), "So.".to_owned())];
        assert_eq!(pairs(&Source::new("a.csv", text)), expected, "{text}");
    }
    let sources = [Source::new("a.csv", "A title\nQuestion,Answer\nWhy?,So.\n")];
    let inspection = faq::format::inspect(&sources, None);
    let notes: Vec<String> = inspection.notes.iter().map(|it| it.1.to_string()).collect();
    assert_eq!(
        notes,
        ["a row was skipped: it stands above the names of the columns"]
    );
    // Far below it is a row like others.
    let text = "Why?,So.\n".repeat(10) + "Question,Answer\n";
    assert_eq!(pairs(&Source::new("a.csv", text)).len(), 11);
}
