//! One JSON object as an article. Corpora name the same things in many ways; unknown fields and
//! values of the wrong type are passed over, so that only a missing text costs the article.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use crate::corpus::Date;

/// Represents the fields of an article, as outside text.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Fields<'a> {
    pub text: Option<Cow<'a, str>>,
    pub title: Option<Cow<'a, str>>,
    pub url: Option<Cow<'a, str>>,
    pub id: Option<Cow<'a, str>>,
    pub date: Option<Date>,
}

/// Reads the fields of a JSON object.
///
/// # Errors
/// If the text is not one JSON object; the message says where.
pub(super) fn fields(json: &str) -> Result<Fields<'_>, String> {
    serde_json::from_str(json).map_err(|error| {
        let message = error.to_string();
        let what = message.split(" at line ").next().unwrap_or_default();
        format!("is not a JSON object (column {}): {what}", error.column())
    })
}

impl<'a> Fields<'a> {
    /// Takes in one field; the first one that says something stays.
    fn put(&mut self, key: &str, value: Value<'a>) {
        let slot = match key {
            "text" | "maintext" | "content" => &mut self.text,
            "title" => &mut self.title,
            "url" | "link" | "warc-target-uri" => &mut self.url,
            "id" | "doc_id" => &mut self.id,
            "timestamp" | "date" | "date_publish" | "publish" | "warc_date" | "warc-date" => {
                self.date = self.date.or(value.0.as_deref().and_then(Date::parse));
                return;
            }
            _ => return,
        };
        if slot.as_deref().is_none_or(|text| text.trim().is_empty()) {
            *slot = value.0;
        }
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Fields<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(FieldsVisitor)
    }
}

/// Reads an object key by key.
struct FieldsVisitor;

impl<'de> Visitor<'de> for FieldsVisitor {
    type Value = Fields<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut fields = Fields::default();
        while let Some(Value(key)) = map.next_key()? {
            let key = key.unwrap_or_default();
            if key == "warc_headers" {
                // OSCAR keeps address and date one level down.
                if let Nested::Object(inner) = map.next_value()? {
                    fields.url = fields.url.or(inner.url);
                    fields.date = fields.date.or(inner.date);
                }
            } else {
                fields.put(&key, map.next_value()?);
            }
        }
        Ok(fields)
    }
}

/// Represents an object inside, or anything else.
#[derive(serde::Deserialize)]
#[serde(untagged)]
enum Nested<'a> {
    #[serde(borrow)]
    Object(Fields<'a>),
    Other(IgnoredAny),
}

/// Represents a string or number as text; anything else is nothing.
struct Value<'a>(Option<Cow<'a, str>>);

impl<'de: 'a, 'a> Deserialize<'de> for Value<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ValueVisitor)
    }
}

/// Reads a value of any type.
struct ValueVisitor;

impl<'de> Visitor<'de> for ValueVisitor {
    type Value = Value<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Value(Some(text.into())))
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Value(Some(text.to_owned().into())))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Self::Value, E> {
        Ok(Value(Some(number.to_string().into())))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Self::Value, E> {
        Ok(Value(Some(number.to_string().into())))
    }

    fn visit_f64<E>(self, _: f64) -> Result<Self::Value, E> {
        Ok(Value(None))
    }

    fn visit_bool<E>(self, _: bool) -> Result<Self::Value, E> {
        Ok(Value(None))
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(Value(None))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self::Value, A::Error> {
        while items.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Value(None))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Value(None))
    }
}

#[cfg(test)]
mod tests {
    use super::fields;
    use proptest::prelude::*;

    /// Shows text, title, date, url and id, `-` for what is missing.
    fn check(json: &str, expected: &str) {
        let shown = match fields(json) {
            Ok(found) => {
                let date = found.date.map(|date| date.to_string().into());
                let all = [found.text, found.title, date, found.url, found.id];
                all.map(|field| field.unwrap_or("-".into())).join(" | ")
            }
            Err(message) => message,
        };
        assert_eq!(shown, expected, "{json}");
    }

    #[test]
    fn reads_the_names_that_corpora_use() {
        check(
            r#"{"text":"a","title":"b","timestamp":"2023-04-27T08:00:00Z","url":"c","id":7}"#,
            "a | b | 2023-04-27 | c | 7",
        );
        check(
            r#"{"maintext":"a","date_publish":"2017-07-17 17:03:00","link":"c","doc_id":"x"}"#,
            "a | - | 2017-07-17 | c | x",
        );
        check(
            r#"{"content":"a","warc_headers":{"warc-target-uri":"c","warc-date":"2026-02-15T02:02:22Z"}}"#,
            "a | - | 2026-02-15 | c | -",
        );
        check(r#"{"date":20201101,"text":"a\nb\u1ebf"}"#, "a\nbế | - | 2020-11-01 | - | -");
    }

    #[test]
    fn passes_over_the_rest() {
        check(
            r#"{"x":[1,{"text":2}],"text":"a","title":null,"url":true,"id":1.5,"y":{"text":"no"}}"#,
            "a | - | - | - | -",
        );
        check(
            r#"{"text":"","content":"a","date":"soon","timestamp":"2023"}"#,
            "a | - | 2023 | - | -",
        );
        check(r#"{"warc_headers":3,"text":"a","text":"b"}"#, "a | - | - | - | -");
        check("{}", "- | - | - | - | -");
    }

    #[test]
    fn says_where_the_json_is_broken() {
        check("{\"text\":", "is not a JSON object (column 8): EOF while parsing a value");
        check("[1]", "is not a JSON object (column 0): invalid type: sequence, expected an object");
        check("{} x", "is not a JSON object (column 4): trailing characters");
    }

    proptest! {
        #[test]
        fn no_text_panics(text in "[{}\\[\\]\":,a0\\\\ ]{0,30}|\\PC{0,40}") {
            let _ = fields(&text);
        }
    }
}
