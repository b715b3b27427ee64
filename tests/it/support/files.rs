//! Files to attach, whose bytes are in the book.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use std::io::Cursor;

use comptoir::domain::attachment::{Sha256, Staged, clean_name};
use comptoir::store::{StageError, Writer};
use sha2::Digest as _;

/// How many files there are.
const COUNT: u8 = 3;

fn bytes(n: u8) -> Vec<u8> {
    format!("file {}", n % COUNT).into_bytes()
}

/// A file by this name; a few have the same bytes.
pub(crate) fn staged(name: &str, n: u8) -> Staged {
    let bytes = bytes(n);
    let mut digits = String::new();
    for byte in sha2::Sha256::digest(&bytes) {
        write!(digits, "{byte:02x}").unwrap();
    }
    Staged { name: clean_name(name), size: bytes.len() as u64, sha256: Sha256(digits) }
}

/// Writes all such files into a folder.
pub(crate) fn write_all(folder: &Path) -> Vec<PathBuf> {
    let write = |n| {
        let path = folder.join(format!("file {n}.txt"));
        std::fs::write(&path, bytes(n)).unwrap();
        path
    };
    (0..COUNT).map(write).collect()
}

/// Takes the bytes of all such files into a book.
pub(crate) fn stage_all(writer: &mut Writer) -> Result<(), StageError> {
    for n in 0..COUNT {
        let file = writer.stage("a", &mut Cursor::new(bytes(n)))?;
        assert_eq!(file, staged("a", n));
    }
    Ok(())
}
