//! A value of JSON that may be so large and no larger: a file of 200 MB can name a hundred million noughts in one list,
//! each of which would take thirty times its room in memory.

use std::cell::Cell;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

/// The values that one client may be made of, keys and lists included.
pub(super) const VALUES: usize = 100_000;

/// Reads a value, and counts down for each part of it.
pub(super) struct Bounded<'l>(pub(super) &'l Cell<usize>);

impl Bounded<'_> {
    fn count<E: Error>(&self) -> Result<(), E> {
        self.0.set(self.0.get().checked_sub(1).ok_or_else(|| E::custom("too many values"))?);
        Ok(())
    }
}

impl<'de> DeserializeSeed<'de> for Bounded<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Value, D::Error> {
        self.count()?;
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Bounded<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(Number::from_f64(value).map_or(Value::Null, Value::Number))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        let mut all = Vec::new();
        while let Some(one) = list.next_element_seed(Bounded(self.0))? {
            all.push(one);
        }
        Ok(Value::Array(all))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let mut all = Map::new();
        while let Some(key) = map.next_key::<String>()? {
            all.insert(key, map.next_value_seed(Bounded(self.0))?);
        }
        Ok(Value::Object(all))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str, most: usize) -> Result<Value, serde_json::Error> {
        Bounded(&Cell::new(most)).deserialize(&mut serde_json::Deserializer::from_str(json))
    }

    #[test]
    fn a_value_is_what_it_would_be_without_bounds() {
        let json = r#"{"a":[1,-2,2.5,"é\n",true,null,{"b":[]}],"c":18446744073709551615}"#;
        assert_eq!(read(json, VALUES).unwrap(), serde_json::from_str::<Value>(json).unwrap());
    }

    #[test]
    fn each_part_counts() {
        for (json, parts) in [("1", 1), ("[]", 1), ("[1,2]", 3), (r#"{"a":[1],"b":2}"#, 4)] {
            assert!(read(json, parts).is_ok() && read(json, parts - 1).is_err(), "{json}");
        }
    }
}
