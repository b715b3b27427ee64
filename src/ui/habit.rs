//! What was chosen last time, and is offered again: kept beside the books.

use super::action::Action;
use super::ctx::Ctx;
use crate::domain::consent::Method;

/// What the way used last is kept under.
const LAST_METHOD: &str = "consent method";

/// How the last answer to a question of consent came, in this book.
pub(in crate::ui) fn last_method(ctx: &Ctx<'_>) -> Method {
    let kept = ctx.snapshot().and_then(|snapshot| snapshot.scratch(LAST_METHOD).ok().flatten());
    kept.and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
}

/// Asks to remember how an answer came.
pub(in crate::ui) fn keep_method(method: Method) -> Action {
    Action::Keep(LAST_METHOD.to_owned(), serde_json::to_vec(&method).ok())
}
