//! What other tools export, in whole.

use faq::Source;
use serde_json::json;

use super::{entries, parse};
use crate::support::fixture;

#[test]
fn amazon_kendra() {
    let sources = [fixture("json/kendra.json")];
    let faq = parse(&sources);
    assert_eq!(faq.documents[0].extra[0].name, "SchemaVersion");
    let attributes = json!({
        "_source_uri": "https://hall.example/rules#children", "_category": "rules",
        "_created_at": "2024-03-01T08:00:00Z", "_view_count": 12, "department": "supervision",
        "audience": ["families", "schools"],
    });
    assert_eq!(
        entries(&faq),
        [
            json!({
                "at": "4:5", "id": "when-does-the-swimming-hall-open",
                "question": "When does the swimming hall open?", "alternates": [],
                "answer": "At seven on weekdays, at nine on Saturdays and Sundays.",
                "tags": [], "related": [], "source": null, "extra": {},
            }),
            json!({
                "at": "8:5", "id": "may-children-swim-alone",
                "question": "May children swim alone?", "alternates": [],
                "answer": "From the age of eight, with a bronze badge.",
                "tags": ["rules", "department:supervision", "audience:families", "audience:schools"],
                "related": [], "source": "https://hall.example/rules#children",
                "extra": {
                    "Attributes": attributes,
                    "AccessControlList": [{"Name": "staff@hall.example", "Type": "USER", "Access": "ALLOW"}],
                },
            }),
        ]
    );
}

#[test]
fn qnabot() {
    let sources = [fixture("json/qnabot.json")];
    let faq = parse(&sources);
    assert_eq!(
        entries(&faq),
        [
            json!({
                "at": "3:5", "id": "tickets.price", "question": "What does a ticket cost?",
                "alternates": ["How much is the entrance?"],
                "answer": "Five euros; three for those under eighteen.", "tags": ["tickets"],
                "related": [], "source": null,
                "extra": {
                    "type": "qna", "alt": {"markdown": "**Five** euros.", "ssml": ""},
                    "r": {"title": "", "imageUrl": "", "buttons": [{"text": "", "value": ""}]},
                    "l": "", "args": [""],
                },
            }),
            json!({
                "at": "20:5", "id": "lockers", "question": "Do I need a coin for the locker?",
                "alternates": [], "answer": "Yes, one euro, which you get back.", "tags": [],
                "related": [], "source": null, "extra": {"type": "qna"},
            }),
        ]
    );
    let inspection = faq::format::inspect(&sources, None);
    assert!(inspection.faults.is_empty());
    let notes: Vec<String> = inspection
        .notes
        .iter()
        .map(|(_, note)| note.to_string())
        .collect();
    assert_eq!(
        notes,
        ["an object was skipped: it has neither a question nor an answer"]
    );
}

#[test]
fn azure_qna_maker() {
    let sources = [fixture("json/azure-qna-maker.json")];
    let faq = parse(&sources);
    let context = json!({"isContextOnly": false, "prompts": [
        {"displayOrder": 0, "qnaId": 2, "displayText": "Until when?"},
        {"displayOrder": 1, "qnaId": 0, "displayText": "Anything else"},
    ]});
    assert_eq!(
        entries(&faq),
        [
            json!({
                "at": "3:5", "id": "1", "question": "How do I cancel my membership?",
                "alternates": ["Can I leave the club?"],
                "answer": "Write to the office, or call in the morning.",
                "tags": ["membership", "audience:members"], "related": ["2"],
                "source": "https://club.example/contact",
                "extra": {
                    "context": context,
                    "lastUpdatedTimestamp": "2021-05-04T10:00:00.000000+00:00",
                },
            }),
            json!({
                "at": "21:5", "id": "2", "question": "Until when can I cancel?", "alternates": [],
                "answer": "Four weeks before the end of a quarter.", "tags": [], "related": [],
                "source": "Editorial", "extra": {},
            }),
        ]
    );
}

#[test]
fn azure_question_answering() {
    let sources = [fixture("json/azure-question-answering.json")];
    let faq = parse(&sources);
    let document = &faq.documents[0];
    assert_eq!(document.title.as_deref(), Some("Club answers"));
    assert_eq!(document.language.as_deref(), Some("en"));
    assert_eq!(
        document.synonyms,
        [vec!["fee", "dues"], vec!["cancel", "quit", "leave"]]
    );
    let extra: Vec<&str> = document.extra.iter().map(|it| it.name.as_ref()).collect();
    assert_eq!(extra, ["FileUri", "Metadata"]);
    let dialog = json!({
        "IsContextOnly": false,
        "Prompts": [{"DisplayOrder": 0, "QnaId": 12, "DisplayText": "Discounts"}],
    });
    assert_eq!(
        entries(&faq),
        [
            json!({
                "at": "16:7", "id": "11", "question": "What is the fee?",
                "alternates": ["How much are the dues?"], "answer": "Twelve euros a month.",
                "tags": ["money", "season:all"], "related": ["12"], "source": "prices.docx",
                "extra": {
                    "Dialog": dialog, "LastUpdatedDateTime": "2023-02-01T12:00:00Z",
                    "SourceDisplayName": "Prices",
                },
            }),
            json!({
                "at": "29:7", "id": "12", "question": "Is there a discount?", "alternates": [],
                "answer": "Half of it for students.", "tags": [], "related": [], "source": null,
                "extra": {"ActiveLearningSuggestions": []},
            }),
        ]
    );
}

#[test]
fn articles_of_help_centres() {
    let articles = r#"{"id":7,"title":"How do I pay?","body":"<p>By <b>card</b>.</p>","label_names":["pay"],
        "url":"https://x.example/api/7","html_url":"https://x.example/7"},
       {"id":8,"title":"Shipping abroad","body":"<p>Yes.</p>","draft":false},
       {"id":9,"title":"Can I cancel?","body":null}"#;
    let zendesk = format!(r#"{{"count":3,"page":1,"articles":[{articles}]}}"#);
    let intercom = format!(r#"{{"type":"list","pages":{{"page":1}},"data":[{articles}]}}"#);
    let freshdesk = format!("[{}]", articles.replace("\"body\"", "\"description\""));
    for text in [zendesk, intercom, freshdesk] {
        let sources = [Source::new("a.json", text.as_str())];
        let faq = parse(&sources);
        let found: Vec<_> = faq
            .entries
            .iter()
            .map(|it| (&*it.id, &*it.question, &*it.answer))
            .collect();
        assert_eq!(
            found,
            [
                ("7", "How do I pay?", "By **card**."),
                ("8", "Shipping abroad", "Yes.")
            ]
        );
        assert_eq!(faq.entries[0].tags, ["pay"]);
        assert_eq!(
            faq.entries[0].source.as_deref(),
            Some("https://x.example/7")
        );
    }
}

#[test]
fn titles_with_texts_are_no_faq_where_few_of_them_ask() {
    for text in [
        r#"[{"name":"serde","description":"A framework"},{"name":"what?","description":"x"},{"name":"b","description":"c"}]"#,
        r#"{"data":[{"title":"News","body":"Of today"}]}"#,
        r#"{"articles":[]}"#,
    ] {
        let sources = [Source::new("a.json", text)];
        assert!(faq::parse(&sources, None).is_err(), "{text}");
    }
}
