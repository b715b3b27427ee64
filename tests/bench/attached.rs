//! Files in the book: that it holds 200 MB of them slows neither opening it nor a profile.
//!
//! The peer is a book with the same records, all of one file without bytes: the bytes alone are what differs.

use std::io::Cursor;
use std::path::{Path, PathBuf};

use comptoir::domain::attachment::Staged;
use comptoir::domain::client::Client;
use comptoir::domain::command::{Belongings, ClientCommand, Command, Registration};
use comptoir::store::{self, Writer};

use crate::figure::{Figure, Limit, Times};
use crate::save;
use crate::window;

/// Bytes of a file.
const SIZE: usize = 100_000;
/// Files of one client.
const EACH: usize = 40;
/// The client whose profile is opened.
const NAME: &str = "Wyzzek 0";

/// Opening and the profile, with the bytes and without.
pub(crate) fn figures(book: &Path, folder: &Path, clients: usize) -> [Figure; 2] {
    // 2,000 at the size at which the limits hold.
    let files = (clients / 50).max(EACH);
    let folder = save::private(folder);
    // No two alike: the same bytes are kept once.
    let full = with_files(book, folder.path(), "full", files, |n| {
        n.to_be_bytes()
            .into_iter()
            .cycle()
            .zip(0..SIZE)
            .map(|(byte, at)| byte ^ at.to_be_bytes()[7])
            .collect()
    });
    let empty = with_files(book, folder.path(), "empty", files, |_| Vec::new());
    let (mut ours, mut peer) = (Times::default(), Times::default());
    for _ in 0..window::TIMES {
        ours.push(window::open(&full).1);
        peer.push(window::open(&empty).1);
    }
    let open = figure("attachments_open", clients, ours, peer);
    let [ours, peer] = [&full, &empty].map(|book| window::profile(book, NAME, "39.pdf"));
    [open, figure("attachments_profile", clients, ours, peer)]
}

fn figure(name: &'static str, clients: usize, ours: Times, peer: Times) -> Figure {
    Figure { name, clients, ours, peer: Some(peer), rows_equal: None, limit: Limit::Ratio(1.25) }
}

/// A copy of the book in which further clients have so many files.
fn with_files(
    book: &Path,
    folder: &Path,
    name: &str,
    files: usize,
    content: impl Fn(usize) -> Vec<u8>,
) -> PathBuf {
    let book = save::copy(book, folder, name);
    let (mut writer, reader) = store::open(&book).expect("the copy opens");
    for client in 0..files.div_ceil(EACH) {
        let stage = |n: usize| stage(&mut writer, &format!("{n}.pdf"), &content(client * EACH + n));
        let attachments: Vec<Staged> = (0..EACH).map(stage).collect();
        let registration = Registration {
            client: Client { company: format!("Wyzzek {client}"), ..Client::default() },
            with: Belongings { attachments, ..Belongings::default() },
            ..Registration::default()
        };
        save::apply(&mut writer, &Command::Client(ClientCommand::Register(Box::new(registration))));
    }
    let bytes = reader.snapshot().and_then(|snapshot| snapshot.counts()).expect("it is counted").pieces;
    assert!(
        bytes == 0 || bytes == 2 * u64::try_from(files.div_ceil(EACH) * EACH).expect("few"),
        "{bytes} pieces"
    );
    book
}

fn stage(writer: &mut Writer, name: &str, bytes: &[u8]) -> Staged {
    writer.stage(name, &mut Cursor::new(bytes)).expect("the book takes a file")
}
