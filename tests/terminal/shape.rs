//! The shape of JSON: which fields in which order, and what kind of value each holds.

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};

/// The shape of a JSON text, as in `{id:string,tags:[string]}`; a list names the shape of each kind of element once.
///
/// `serde_json::Value` would not do: it sorts the fields, and their order is part of the contract.
pub(crate) fn shape(json: &str) -> String {
    let Shape(shape) = serde_json::from_str(json).unwrap();
    shape
}

struct Shape(String);

impl<'de> Deserialize<'de> for Shape {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Kinds).map(Self)
    }
}

struct Kinds;

impl<'de> Visitor<'de> for Kinds {
    type Value = String;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<String, E> {
        Ok("null".to_owned())
    }

    fn visit_bool<E>(self, _: bool) -> Result<String, E> {
        Ok("boolean".to_owned())
    }

    fn visit_u64<E>(self, _: u64) -> Result<String, E> {
        Ok("integer".to_owned())
    }

    fn visit_i64<E>(self, _: i64) -> Result<String, E> {
        Ok("integer".to_owned())
    }

    fn visit_f64<E>(self, _: f64) -> Result<String, E> {
        Ok("number".to_owned())
    }

    fn visit_str<E>(self, _: &str) -> Result<String, E> {
        Ok("string".to_owned())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<String, A::Error> {
        let mut shapes: Vec<String> = Vec::new();
        while let Some(Shape(shape)) = list.next_element()? {
            if !shapes.contains(&shape) {
                shapes.push(shape);
            }
        }
        Ok(format!("[{}]", shapes.join("|")))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<String, A::Error> {
        let mut shapes = Vec::new();
        while let Some((name, Shape(shape))) = fields.next_entry::<String, Shape>()? {
            shapes.push(format!("{name}:{shape}"));
        }
        Ok(format!("{{{}}}", shapes.join(",")))
    }
}

#[test]
fn shapes_keep_the_order_and_tell_kinds_apart() {
    assert_eq!(
        shape(r#"{"b": [1, 2, "x"], "a": {"n": null, "t": true, "f": 0.5, "i": -1}, "e": []}"#),
        "{b:[integer|string],a:{n:null,t:boolean,f:number,i:integer},e:[]}"
    );
}
