//! Backups beside a book: their names, which are kept, and how one takes the book's place again.
//!
//! A file under a backup's name is a good one: it was opened again and found whole before it got the name. The name
//! tells when; nothing else is kept of it anywhere.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};

use super::replace;
use crate::store::{self, Copying, Reader, StoreError, Summary, Verified};

/// The newest backups that are kept whatever their age.
const LATEST: usize = 10;
/// For so many days, today being the first, the last backup of each day is kept.
const DAYS: i64 = 30;
/// How a name tells when; by the clock on the wall.
const TIME: &str = "%Y-%m-%d %H-%M-%S";
const ENDING: &str = ".comptoir";

/// A backup of a book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// Where it is.
    pub path: PathBuf,
    /// When it was made, by the clock on the wall.
    pub made: NaiveDateTime,
}

impl Backup {
    /// What it holds. It is only read.
    pub fn summary(&self) -> Result<Summary, StoreError> {
        store::summary(&self.path)
    }
}

/// The folder with a book's backups; it need not be there yet.
pub fn folder(book: &Path) -> PathBuf {
    book.with_file_name("backups")
}

/// A book's backups, the newest first.
pub fn list(book: &Path) -> io::Result<Vec<Backup>> {
    list_in(book, &folder(book))
}

/// A book's backups in a folder, the newest first.
fn list_in(book: &Path, folder: &Path) -> io::Result<Vec<Backup>> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries?,
    };
    let mut backups = Vec::new();
    for entry in entries {
        let path = entry?.path();
        if let Some(made) = made(book, &path) {
            backups.push(Backup { path, made });
        }
    }
    backups.sort_by_key(|backup| std::cmp::Reverse(backup.made));
    Ok(backups)
}

/// The newest backup of which the start can be read and is sound; what opens and reads each takes longer, and is
/// done when one is made and when one is restored.
pub fn last_good(book: &Path) -> io::Result<Option<Backup>> {
    Ok(list(book)?.into_iter().find(|backup| store::header(&backup.path).is_ok()))
}

/// Makes a backup, and lets go of those that need not be kept. `now` is the clock on the wall.
pub fn make(
    reader: &Reader,
    book: &Path,
    now: NaiveDateTime,
    progress: Copying<'_>,
) -> Result<(Backup, Summary), StoreError> {
    create_folder(&folder(book))?;
    let mut made = free(&list(book)?, now);
    let (path, summary) = loop {
        let path = folder(book).join(format!("{} {}{ENDING}", stem(book), made.format(TIME)));
        match store::copy(reader, &path, progress) {
            // Another process was quicker.
            Err(StoreError::Exists) => made = next_second(made),
            copied => break (path, copied?),
        }
    };
    sweep(book, &path);
    let backups = list(book)?;
    for old in outlived(&backups, now.date()) {
        // One that cannot be removed is one too many, no more.
        drop(fs::remove_file(&old.path));
    }
    Ok((Backup { path, made }, summary))
}

/// Copies a backup to a folder of another disk, under its own name, and lets go there of those that need not be kept. The
/// folder is never made: a stick that is not there has none.
pub fn copy_to(book: &Path, backup: &Backup, folder: &Path) -> io::Result<()> {
    if !fs::metadata(folder)?.is_dir() {
        return Err(io::ErrorKind::NotADirectory.into());
    }
    let name = backup.path.file_name().ok_or(io::ErrorKind::InvalidInput)?;
    let mut from = fs::File::open(&backup.path)?;
    replace::write(&folder.join(name), |out| io::copy(&mut from, out).map(drop))?;
    let copies = list_in(book, folder)?;
    for old in outlived(&copies, backup.made.date()) {
        drop(fs::remove_file(&old.path));
    }
    Ok(())
}

/// Whether a folder has a whole copy of a backup: one as long as it.
pub fn is_in(backup: &Backup, folder: &Path) -> bool {
    let length = |path: &Path| fs::metadata(path).map(|file| file.len()).ok();
    let copy = backup.path.file_name().and_then(|name| length(&folder.join(name)));
    copy.is_some() && copy == length(&backup.path)
}

/// Removes what a power cut left long ago of books and backups in the making. That it cannot is no reason to stop.
fn sweep(book: &Path, newest: &Path) {
    let Some(before) = fs::metadata(newest)
        .and_then(|newest| newest.modified())
        .ok()
        .and_then(|newest| newest.checked_sub(Duration::from_hours(24)))
    else {
        return;
    };
    drop(replace::sweep(&folder(book), before, |name| made(book, Path::new(name)).is_some()));
    if let (Some(beside), Some(own)) = (book.parent(), book.file_name().and_then(|name| name.to_str())) {
        drop(replace::sweep(beside, before, |name| name == own));
    }
}

/// The second that names a new backup: now, or the next one if several are made within a second, so that the newest
/// is always the last.
fn free(backups: &[Backup], now: NaiveDateTime) -> NaiveDateTime {
    let close = |made: NaiveDateTime| (0..60).contains(&made.signed_duration_since(now).num_seconds());
    match backups.first() {
        Some(newest) if close(newest.made) => next_second(newest.made),
        _ => now,
    }
}

fn next_second(moment: NaiveDateTime) -> NaiveDateTime {
    moment.checked_add_signed(TimeDelta::seconds(1)).unwrap_or(moment)
}

/// Which of the backups (the newest first) need not be kept.
fn outlived(backups: &[Backup], today: NaiveDate) -> Vec<&Backup> {
    let mut days = BTreeSet::new();
    let mut old = Vec::new();
    for (position, backup) in backups.iter().enumerate() {
        let day = backup.made.date();
        let last_of_day = days.insert(day);
        let recent = today.signed_duration_since(day).num_days() < DAYS;
        if position >= LATEST && !(last_of_day && recent) {
            old.push(backup);
        }
    }
    old
}

/// Where the present file goes when a backup takes its place: `NAME (word 2026-11-24 09-41-07).comptoir`.
pub fn set_aside_name(book: &Path, word: &str, now: NaiveDateTime) -> PathBuf {
    book.with_file_name(format!("{} ({word} {}){ENDING}", stem(book), now.format(TIME)))
}

/// Puts a verified copy of a backup in a book's place. The book must be closed; it is set aside under that name,
/// never deleted. At every moment there is a whole book under the book's name.
pub fn restore(verified: Verified, book: &Path, aside: &Path) -> Result<Summary, StoreError> {
    let Verified { summary, copy } = verified;
    if let Ok(book) = fs::canonicalize(book) {
        store::in_use(&book)?;
        // The copy waits under the name that the present file will have; then the two change names.
        copy.rename_new(aside)?;
        if let Err(error) = replace::exchange(aside, &book) {
            fs::remove_file(aside)?;
            return Err(error.into());
        }
        replace::sync_folder(&book)?;
    } else {
        copy.rename_new(book)?;
    }
    Ok(summary)
}

/// Whether a file stands there.
pub fn is_there(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// A folder that is its owner's alone.
pub fn create_folder(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

fn stem(book: &Path) -> String {
    book.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

/// When a backup was made, if the file is one of this book's.
fn made(book: &Path, path: &Path) -> Option<NaiveDateTime> {
    let name = path.file_name()?.to_str()?;
    let time = name.strip_prefix(&stem(book))?.strip_prefix(' ')?.strip_suffix(ENDING)?;
    let made = NaiveDateTime::parse_from_str(time, TIME).ok()?;
    // Only a name that would be given: another file is not ours to remove.
    (made.format(TIME).to_string() == time).then_some(made)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(day: u32, hour: u32) -> NaiveDateTime {
        let day = NaiveDate::from_ymd_opt(2026, 11, 1).unwrap() + TimeDelta::days(day.into());
        day.and_hms_opt(hour, 0, 0).unwrap()
    }

    fn backups(mut made: Vec<NaiveDateTime>) -> Vec<Backup> {
        made.sort();
        made.into_iter().rev().map(|made| Backup { path: PathBuf::new(), made }).collect()
    }

    fn kept(made: Vec<NaiveDateTime>, today: NaiveDate) -> Vec<NaiveDateTime> {
        let backups = backups(made);
        let old = outlived(&backups, today);
        backups.iter().filter(|backup| !old.contains(backup)).map(|backup| backup.made).collect()
    }

    #[test]
    fn the_last_ten_are_kept_whatever_their_age() {
        let made: Vec<_> = (0..12).map(|hour| at(0, hour)).collect();
        let far = at(400, 0).date();
        assert_eq!(kept(made, far), (2..12).rev().map(|hour| at(0, hour)).collect::<Vec<_>>());
        assert_eq!(kept(vec![at(0, 1)], far), [at(0, 1)]);
    }

    #[test]
    fn the_last_of_each_of_thirty_days_is_kept() {
        let made: Vec<_> = (0..40).flat_map(|day| [at(day, 9), at(day, 18)]).collect();
        let kept = kept(made, at(39, 0).date());
        // Ten of the last five days, then the last one of each day back to the thirtieth.
        let mut expected: Vec<_> = (35..40).rev().flat_map(|day| [at(day, 18), at(day, 9)]).collect();
        expected.extend((10..35).rev().map(|day| at(day, 18)));
        assert_eq!(kept, expected);
    }

    #[test]
    fn a_backup_is_copied_to_a_folder_that_is_there_and_old_copies_go() {
        let folder = tempfile::tempdir().unwrap();
        let (book, stick) = (folder.path().join("Essai.comptoir"), folder.path().join("stick"));
        let path = folder.path().join("Essai 2026-11-24 09-41-07.comptoir");
        fs::File::create(&path).and_then(|mut file| io::Write::write_all(&mut file, b"whole")).unwrap();
        let backup = Backup { made: made(&book, &path).unwrap(), path };
        assert!(copy_to(&book, &backup, &stick).is_err() && !stick.exists(), "it is not made");
        assert!(!is_in(&backup, &stick));
        create_folder(&stick).unwrap();
        let touch = |name: &str| drop(fs::File::create(stick.join(name)).unwrap());
        for hour in 0..12 {
            touch(&format!("Essai 2024-01-01 {hour:02}-00-00.comptoir"));
        }
        touch("Autre 2024-01-01 00-00-00.comptoir");
        touch("Essai 2026-11-24 09-41-07.comptoir");
        assert!(!is_in(&backup, &stick), "a copy that was cut short is none");
        copy_to(&book, &backup, &stick).unwrap();
        assert!(is_in(&backup, &stick));
        let there = list_in(&book, &stick).unwrap();
        assert_eq!((there.len(), there.first().map(|one| one.made)), (LATEST, Some(backup.made)));
        assert!(is_there(&stick.join("Autre 2024-01-01 00-00-00.comptoir")));
    }

    #[test]
    fn the_newest_is_the_last_also_within_a_second() {
        let now = at(5, 9);
        let second = TimeDelta::seconds(1);
        let free = |made: Vec<NaiveDateTime>| free(&backups(made), now);
        assert_eq!(free(vec![]), now);
        assert_eq!(free(vec![now - second]), now);
        assert_eq!(free(vec![now]), now + second);
        assert_eq!(free(vec![now, now + second * 59]), now + second * 60);
        // By a clock that was wrong.
        assert_eq!(free(vec![now, now + second * 60]), now);
    }

    #[test]
    fn only_names_of_this_books_backups_count() {
        let book = Path::new("/x/Mon activité.comptoir");
        let made = |name: &str| made(book, &folder(book).join(name));
        let expected = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap().and_hms_opt(9, 41, 7);
        assert_eq!(made("Mon activité 2026-11-24 09-41-07.comptoir"), expected);
        for other in [
            "Mon activité.comptoir",
            "Mon activité 2026-11-24.comptoir",
            "Mon activité 2026-11-24 09-41-07.comptoir.tmp",
            "Mon activité 2026-11-24 9-41-07.comptoir",
            "Mon activité  2026-11-24 09-41-07.comptoir",
            "Mon activité 2 2026-11-24 09-41-07.comptoir",
            "Autre 2026-11-24 09-41-07.comptoir",
        ] {
            assert_eq!(made(other), None, "{other}");
        }
        let aside = set_aside_name(book, "écarté", expected.unwrap());
        assert_eq!(aside, Path::new("/x/Mon activité (écarté 2026-11-24 09-41-07).comptoir"));
    }
}
