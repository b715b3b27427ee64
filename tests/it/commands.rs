//! Commands on the plainest store there is: what each changes, and what it refuses.
