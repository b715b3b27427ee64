//! One test binary whose files mirror `src`.
// Helpers of tests may do what tests may.
#![cfg(test)]
#![expect(clippy::disallowed_methods, reason = "a test makes the files it works on")]
#![expect(clippy::float_cmp, reason = "a place is where it was drawn, to the bit")]

mod support;

mod address_split;
mod architecture;
mod attachments;
mod backups;
mod categories;
mod city;
mod cli;
mod commands;
mod custom_fields;
mod dialogs;
mod domain_checks;
mod drafts;
mod export;
mod faults;
mod form_more;
mod format;
mod grid;
mod headers;
mod hostile;
mod import;
mod import_rows;
mod import_window;
mod layout;
mod mapping;
mod names;
mod old_books;
mod palette;
mod policy;
mod profile;
mod profile_commands;
mod properties;
mod reader_walk;
mod record;
mod register;
mod search;
mod settings_page;
mod setup_commands;
mod shapes;
mod source;
mod store_backup;
mod store_check;
mod store_file;
mod store_files;
mod store_import;
mod store_read;
mod store_undo;
mod store_undo_belongings;
mod store_write;
mod tab_order;
mod table;
mod table_whole;
mod text;
mod todo;
mod trouble;
mod undo_window;
mod widgets;
