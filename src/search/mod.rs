//! The index that answers a keystroke: all clients that match a query, in the order of the table.
//!
//! An [`Index`] is a value that is cheap to clone: a large immutable base in an `Arc`, a small delta and the list
//! of what has gone from the base. It is made of [`Part`]s, so that a job can read them on two threads, and a
//! change makes a new index from the old one in microseconds ([`Index::with`]). Nothing of it is stored.
//!
//! # What matches
//! Query and clients are folded ([`crate::domain::fold`]). **Every word** of the query must be found, in any order
//! and in any field, note, name of a file or of a category; it may be the start of a word or stand inside one. What is kept
//! as a code and not as a word (the language a client is written to in, payment terms that were understood, yes and no) is not
//! searched.
//! - A word with `@` is an e-mail address or a piece of one: what stands before the `@` is found in addresses only.
//!   (The words of an address are two: what is before the `@`, with it, and the domain.)
//! - **Digits**: a run of words made of digits and telephone punctuation (`01 42 60`, `01.42.60`, `+33 1 42`) is found
//!   in telephones (as typed, national with 0, E.164), SIREN, SIRET, VAT, other and client numbers, custom numbers and
//!   amounts, all spaces and dots set aside; or each of its words by itself is found as a word, or in a number if it has four digits or
//!   more (two digits alone are inside of half of all telephones: `01 42 60 30 30` would find strangers).
//!
//! # Near names
//! After all who match as typed come those whose **name** does with slips ([`crate::domain::near`]): every word of the
//! query is found as above or begins a word of the name misspelt, one at least misspelt. A typed word may have slips from
//! four letters on; digits and addresses have none. [`Found::exact`] says where the near names begin.
//!
//! # Rank
//! Each word has the best of these, the client has the worst of its words:
//! 0 the name begins with the whole query · 1 start of a word of the name · 2 inside the name ·
//! 3 start of a word or number elsewhere · 4 inside, elsewhere.
//!
//! # Order
//! With a text, the archived come after all others (and near names after those); then the rank counts, then the chosen column. Without a text
//! and without a filter the archived are left out; *to complete* and *to check* never show an archived client.
//! Columns sort in the order of the language, word by word (`Le Bon` before `Leblanc`), digits by their value
//! (`Atelier 9` before `Atelier 10`); who has no value comes last, up or down; ties by name, then id.
//!
//! # Filters
//! Clients are chosen by state, categories, places and custom values before texts are searched. For each category the index
//! has its clients; of countries, cities, postcodes and values it has each different one once, of which it is asked whether it
//! is wanted, and for each client the number of its own.
//!
//! # What changes under an index
//! Names of categories are looked at when a query is answered, and the order by categories is made under the names of the
//! day ([`Index::under`]): nothing is read anew for a category, however many clients are in it. A custom field that gets another
//! kind or other choices makes the index anew.
//!
//! # How
//! What many clients share is searched word by word, in a dictionary of all different words; what is rather a
//! client's own (name, contacts, numbers) as it stands; one letter by a few bits of each client. Near names are looked up
//! in a dictionary of the words of names, each known by the set of its letters. The ranks found are sorted by counting,
//! along an order that each column makes once. At 100,000 clients a query takes about a millisecond and a half, five at
//! the worst; the plain scan of the same texts takes forty.

mod base;
mod block;
mod cells;
mod digits;
mod document;
mod filter;
mod flat;
mod holding;
mod holdings;
mod index;
mod known;
mod labels;
mod letters;
mod numbered;
mod order;
mod places;
mod postings;
mod reading;
pub mod scan;
mod shown;
mod sieve;
mod spaced;
mod spot;
mod state;
mod terms;
mod texts;
mod trace;
mod twins;
mod values;
mod verify;
mod view;
mod vocabulary;

pub use document::Document;
pub use filter::{Condition, CustomFilter, Filter, read_typed};
pub use index::{Change, Found, Gathering, Index, Part};
pub use known::{Known, Reminder};
pub use order::{Column, NoColumn, Sort};
pub use places::Whereabouts;
pub use reading::Reading;
pub use shown::{FoundIn, Place, found_in};
pub use state::{Counts, State, StateFilter};
pub use trace::marks;
pub use verify::{Afresh, Discrepancy};
pub use view::{View, Views};

/// What is looked for, and in which order it is wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Query {
    /// As typed.
    pub text: String,
    /// Which clients at all.
    pub filter: Filter,
    /// By which column, once the rank is equal.
    pub sort: Sort,
}

impl Query {
    /// Looks for a text among all clients, by name.
    pub fn text(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }
}
