//! E-mail addresses: syntax, and the likely typos of the great providers.
