//! What was typed into a form or a row of a file, before it is a client.
