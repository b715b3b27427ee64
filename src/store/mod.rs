//! The book on disk: the only place that names redb.
