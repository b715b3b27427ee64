//! Files of the book that another program shows: they are written to a folder that is the user's alone and goes when the program
//! ends.
//!
//! Several windows have several books open, so each process has a folder of its own in it, and a lock in that folder as long as it
//! lives. What a killed program left has a lock that nobody holds: the next one to start removes it.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use super::backup::create_folder;
use crate::domain::attachment::clean_name;
use crate::store::FetchError;

/// The folder of this process; wiped when it is dropped.
#[derive(Debug)]
pub struct OpenedFolder {
    path: PathBuf,
    /// Held while the folder is in use.
    _lock: File,
}

/// In the folder of all: held while one's own is made, or while others' are looked at.
const TURN: &str = "turn";
/// In a process's own folder: held as long as it lives.
const LOCK: &str = "lock";

impl OpenedFolder {
    /// Makes a folder for this process in the folder of all.
    pub fn create(root: &Path) -> io::Result<Self> {
        create_folder(root)?;
        make_private(root)?;
        let turn = private_file(&root.join(TURN), false)?;
        turn.lock()?;
        let path = root.join(random_name()?);
        private_folder(&path)?;
        let lock = private_file(&path.join(LOCK), true)?;
        lock.lock()?;
        Ok(Self { path, _lock: lock })
    }

    /// Writes a file under its name, in a folder of its own: two of one name do not meet. Where it stands.
    pub fn write(
        &self,
        name: &str,
        fill: impl FnOnce(&mut dyn Write) -> Result<(), FetchError>,
    ) -> Result<PathBuf, FetchError> {
        let folder = random_name().map(|random| self.path.join(random)).map_err(FetchError::Unwritable)?;
        private_folder(&folder).map_err(FetchError::Unwritable)?;
        let path = folder.join(clean_name(name));
        let written = private_file(&path, true).map_err(FetchError::Unwritable).and_then(|file| {
            let mut out = BufWriter::new(file);
            fill(&mut out)?;
            out.flush().map_err(FetchError::Unwritable)
        });
        match written {
            Ok(()) => Ok(path),
            Err(error) => {
                remove(&folder);
                Err(error)
            }
        }
    }
}

impl Drop for OpenedFolder {
    fn drop(&mut self) {
        remove(&self.path);
    }
}

/// Removes what programs that were killed left. Those of programs that run stay.
pub fn wipe(root: &Path) -> io::Result<()> {
    let turn = match File::open(root.join(TURN)) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        turn => turn?,
    };
    turn.lock()?;
    for entry in fs::read_dir(root)? {
        let entry = entry?;
        if entry.file_type()?.is_dir()
            && is_random_name(&entry.file_name().to_string_lossy())
            && is_left(&entry.path())
        {
            remove(&entry.path());
        }
    }
    Ok(())
}

/// Whether nobody holds the lock of a process's folder. Where there are no locks it stays.
fn is_left(folder: &Path) -> bool {
    match File::open(folder.join(LOCK)).map(|lock| lock.try_lock()) {
        // It was being removed when its program was killed.
        Err(error) => error.kind() == io::ErrorKind::NotFound,
        Ok(Ok(())) => true,
        Ok(Err(TryLockError::WouldBlock | TryLockError::Error(_))) => false,
    }
}

/// Removes a folder and all in it; no link is followed.
fn remove(folder: &Path) {
    if let Err(error) = fs::remove_dir_all(folder) {
        log::warn!("opened files stay: {error}");
    }
}

/// A name that nobody can know before.
fn random_name() -> io::Result<String> {
    let mut random = [0; 8];
    getrandom::fill(&mut random).map_err(io::Error::other)?;
    Ok(format!("{:016x}", u64::from_be_bytes(random)))
}

fn is_random_name(name: &str) -> bool {
    name.len() == 16 && name.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// A new folder that is its owner's alone.
fn private_folder(path: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

/// Takes from others what they may do with a folder that was there already.
fn make_private(folder: &Path) -> io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        fs::set_permissions(folder, fs::Permissions::from_mode(0o700))?;
    }
    #[cfg(not(unix))]
    let _ = folder;
    Ok(())
}

/// A file for writing that is its owner's alone; it must not be there yet if it is `new`.
fn private_file(path: &Path, new: bool) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).create_new(new);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn write(folder: &OpenedFolder, name: &str, bytes: &[u8]) -> PathBuf {
        folder.write(name, |out| out.write_all(bytes).map_err(FetchError::Unwritable)).unwrap()
    }

    /// What stands in a folder but for the turn.
    fn folders(root: &Path) -> usize {
        fs::read_dir(root).unwrap().filter(|entry| entry.as_ref().unwrap().file_name() != TURN).count()
    }

    #[test]
    fn files_of_one_name_do_not_meet_and_all_go_with_the_program() {
        let root = tempfile::tempdir().unwrap();
        let root = root.path().join("deep/opened");
        let folder = OpenedFolder::create(&root).unwrap();
        let (first, second) = (write(&folder, "contrat.pdf", b"1"), write(&folder, "contrat.pdf", b"2"));
        assert_ne!(first, second);
        for (path, bytes) in [(&first, b"1"), (&second, b"2")] {
            assert_eq!(path.file_name().unwrap(), "contrat.pdf");
            assert_eq!(fs::read(path).unwrap(), bytes);
        }
        drop(folder);
        assert_eq!(folders(&root), 0);
    }

    #[test]
    fn a_name_leads_nowhere_else() {
        let root = tempfile::tempdir().unwrap();
        let folder = OpenedFolder::create(root.path()).unwrap();
        for (name, cleaned) in
            [("../../passwd", "passwd"), ("/etc/passwd", "passwd"), ("..", "_"), ("-x", "-x")]
        {
            let path = write(&folder, name, b"1");
            assert_eq!(path.file_name().unwrap(), cleaned);
            assert_eq!(path.parent().unwrap().parent().unwrap(), folder.path);
        }
        // As long as a record takes it, and no longer.
        write(&folder, &format!("{}.pdf", "約".repeat(4_000)), b"1");
    }

    #[test]
    fn what_could_not_be_written_whole_is_not_there() {
        let root = tempfile::tempdir().unwrap();
        let folder = OpenedFolder::create(root.path()).unwrap();
        let failed = folder.write("a", |out| {
            out.write_all(b"half").unwrap();
            Err(FetchError::Damaged)
        });
        assert!(matches!(failed, Err(FetchError::Damaged)));
        let left: Vec<_> = fs::read_dir(&folder.path).unwrap().map(|one| one.unwrap().file_name()).collect();
        assert_eq!(left, [LOCK]);
    }

    #[test]
    fn what_a_killed_program_left_goes_and_what_another_uses_stays() {
        let root = tempfile::tempdir().unwrap();
        let root = root.path();
        wipe(root).unwrap();
        let ours = OpenedFolder::create(root).unwrap();
        let shown = write(&ours, "a", b"1");
        let left = root.join("fedcba9876543210");
        fs::create_dir(&left).unwrap();
        File::create(left.join(LOCK)).unwrap();
        File::create(left.join("b")).unwrap();
        // Of one that was killed while it removed its folder, the lock is gone first.
        let half = root.join("0123456789abcdef");
        fs::create_dir(&half).unwrap();
        fs::create_dir(root.join("0123456789abcde")).unwrap();
        fs::create_dir(root.join("0123456789abcdeg")).unwrap();
        File::create(root.join("0123456789abcde0")).unwrap();
        wipe(root).unwrap();
        assert!(!left.exists() && !half.exists());
        assert_eq!(fs::read(&shown).unwrap(), b"1");
        assert_eq!(folders(root), 4, "ours, and three that are none");
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_can_look_at_them() {
        use std::os::unix::fs::PermissionsExt as _;
        let root = tempfile::tempdir().unwrap();
        let root = root.path().join("opened");
        fs::create_dir(&root).unwrap();
        fs::set_permissions(&root, fs::Permissions::from_mode(0o755)).unwrap();
        let folder = OpenedFolder::create(&root).unwrap();
        let path = write(&folder, "a", b"1");
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&path), 0o600);
        for folder in [path.parent().unwrap(), &folder.path, &root] {
            assert_eq!(mode(folder), 0o700, "{}", folder.display());
        }
        assert_eq!(mode(&folder.path.join(LOCK)), 0o600);
        assert_eq!(mode(&root.join(TURN)), 0o600);
    }
}
