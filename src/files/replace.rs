//! Writing a file so that a power cut leaves the old one or the new one, whole: write beside it, sync, rename, sync
//! the folder.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// Writes a file anew. Whatever stood there before stays as it was until the new content is safe on disk.
pub fn write(path: &Path, fill: impl FnOnce(&mut (dyn Write + Send)) -> io::Result<()>) -> io::Result<()> {
    // A name that leads elsewhere keeps leading there.
    let path = &fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let beside = Beside::create(path)?;
    let mut writer = BufWriter::new(&beside.file);
    fill(&mut writer)?;
    writer.flush()?;
    drop(writer);
    beside.file.sync_all()?;
    fs::rename(&beside.path, path)?;
    beside.done();
    sync_folder(path)
}

/// A new file beside the one it will become; removed if it never does.
#[derive(Debug)]
pub struct Beside {
    /// Where it stands.
    pub path: PathBuf,
    /// Open for reading and writing; for nobody but its owner.
    pub file: File,
    kept: bool,
}

impl Beside {
    /// Creates the file.
    pub fn create(path: &Path) -> io::Result<Self> {
        let path = name_beside(path)?;
        let mut options = OpenOptions::new();
        options.read(true).write(true).create_new(true);
        private(&mut options);
        let file = options.open(&path)?;
        Ok(Self { path, file, kept: false })
    }

    /// It has got its name: it is not removed.
    pub fn done(mut self) {
        self.kept = true;
    }

    /// Gives it its name, unless a file of that name is there ([`io::ErrorKind::AlreadyExists`]).
    pub fn rename_new(self, path: &Path) -> io::Result<()> {
        rename_new(&self.path, path)?;
        self.done();
        sync_folder(path)
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        if !self.kept {
            // Nothing to do about a file that cannot be removed; its name says that it is a remnant.
            drop(fs::remove_file(&self.path));
        }
    }
}

/// A name in the same folder that no other file has.
fn name_beside(path: &Path) -> io::Result<PathBuf> {
    let name = path.file_name().ok_or(io::ErrorKind::InvalidInput)?;
    let mut random = [0; 4];
    getrandom::fill(&mut random).map_err(io::Error::other)?;
    let mut beside = OsString::from(".");
    beside.push(name);
    beside.push(format!(".{:08x}.tmp", u32::from_be_bytes(random)));
    Ok(path.with_file_name(beside))
}

/// The name of the file that a remnant would have become.
fn remnant_of(name: &str) -> Option<&str> {
    let (of, random) = name.strip_prefix('.')?.strip_suffix(".tmp")?.rsplit_once('.')?;
    (random.len() == 8 && random.bytes().all(|byte| byte.is_ascii_hexdigit())).then_some(of)
}

/// Removes what a power cut left of files that were being written in a folder, if they would have had a name that
/// is `ours` and were last written before that moment.
pub fn sweep(folder: &Path, before: SystemTime, ours: impl Fn(&str) -> bool) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        if name.to_str().and_then(remnant_of).is_some_and(&ours) && entry.metadata()?.modified()? < before {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

/// Makes a file to be created its owner's alone, whatever the umask.
fn private(options: &mut OpenOptions) {
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
    #[cfg(not(unix))]
    let _ = options;
}

/// Renames a file unless the new name is taken ([`io::ErrorKind::AlreadyExists`]).
pub fn rename_new(from: &Path, to: &Path) -> io::Result<()> {
    #[cfg(target_os = "linux")]
    {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        match renameat_with(CWD, from, CWD, to, RenameFlags::NOREPLACE) {
            // Some network and foreign file systems do not know the flag.
            Err(rustix::io::Errno::INVAL | rustix::io::Errno::NOSYS | rustix::io::Errno::OPNOTSUPP) => {}
            result => return Ok(result?),
        }
    }
    if fs::symlink_metadata(to).is_ok() {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    fs::rename(from, to)
}

/// Lets two files change names at one moment; where the system cannot, the first is moved out of the way before.
pub fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    #[cfg(target_os = "linux")]
    {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        match renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE) {
            Err(rustix::io::Errno::INVAL | rustix::io::Errno::NOSYS | rustix::io::Errno::OPNOTSUPP) => {}
            result => return Ok(result?),
        }
    }
    let between = name_beside(one)?;
    fs::rename(one, &between)?;
    fs::rename(other, one)?;
    fs::rename(&between, other)
}

/// Makes sure that a name given in the file's folder is on disk.
pub fn sync_folder(path: &Path) -> io::Result<()> {
    #[cfg(unix)]
    {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        File::open(folder.unwrap_or(Path::new(".")))?.sync_all()?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<_> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn the_new_content_takes_the_place_of_the_old() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("clients.csv");
        for content in ["old", "new"] {
            write(&path, |to| to.write_all(content.as_bytes())).unwrap();
            assert_eq!(fs::read_to_string(&path).unwrap(), content);
        }
        assert_eq!(names(folder.path()), ["clients.csv"]);
    }

    #[test]
    fn a_failure_leaves_the_old_file_and_no_remnant() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("clients.csv");
        write(&path, |to| to.write_all(b"old")).unwrap();
        let failed = write(&path, |to| {
            to.write_all(b"half")?;
            Err(io::ErrorKind::StorageFull.into())
        });
        assert_eq!(failed.unwrap_err().kind(), io::ErrorKind::StorageFull);
        assert_eq!(fs::read_to_string(&path).unwrap(), "old");
        assert_eq!(names(folder.path()), ["clients.csv"]);
    }

    #[test]
    fn a_name_that_is_taken_is_not_given_again() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("book");
        Beside::create(&path).unwrap().rename_new(&path).unwrap();
        let mut second = Beside::create(&path).unwrap();
        second.file.write_all(b"second").unwrap();
        assert_eq!(second.rename_new(&path).unwrap_err().kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(fs::read(&path).unwrap(), b"");
        assert_eq!(names(folder.path()), ["book"]);
    }

    #[test]
    fn old_remnants_of_our_files_are_removed_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let remnant = |of: &str| {
            let beside = Beside::create(&folder.path().join(of)).unwrap();
            let name = beside.path.file_name().unwrap().to_str().unwrap().to_owned();
            beside.done();
            name
        };
        let (ours, other) = (remnant("Test.comptoir"), remnant("notes.txt"));
        let near =
            [".Test.comptoir.0123456.tmp", ".Test.comptoir.0123456g.tmp", "Test.comptoir.01234567.tmp"];
        for name in near.into_iter().chain([".Test.comptoir.01234567.tm", "Test.comptoir"]) {
            File::create(folder.path().join(name)).unwrap();
        }
        let before = names(folder.path());
        let moment = fs::metadata(folder.path().join(&ours)).unwrap().modified().unwrap();
        let sweep = |before| sweep(folder.path(), before, |name| name == "Test.comptoir").unwrap();
        sweep(moment);
        assert_eq!(names(folder.path()), before, "one that may still be written to stays");
        sweep(moment + std::time::Duration::from_hours(1));
        let left: Vec<_> = before.into_iter().filter(|name| *name != ours).collect();
        assert_eq!(names(folder.path()), left);
        assert!(left.contains(&other));
    }

    #[cfg(unix)]
    #[test]
    fn what_is_written_is_its_owners_alone() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("book");
        write(&path, |to| to.write_all(b"x")).unwrap();
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_keeps_leading_to_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let (path, link) = (folder.path().join("file"), folder.path().join("link"));
        File::create(&path).unwrap();
        std::os::unix::fs::symlink(&path, &link).unwrap();
        write(&link, |to| to.write_all(b"x")).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"x");
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    }
}
