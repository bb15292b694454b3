use std::fs::{self, File};
use std::io::Write;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::PathBuf;
use std::process::id;
use std::sync::Arc;

use super::{Reread, Rereader};
use crate::corpus::{Corpus, Withdrawn};
use crate::runtime::loader::{Input, load_all};

/// Represents a folder of files, and what is known of them.
struct Place {
    folder: PathBuf,
    corpus: Corpus,
    withdrawn: Arc<Withdrawn>,
    rereader: Rereader,
}

/// Gives lines, one record for each word.
fn lines(words: &str) -> String {
    let line = |word: &str| format!("{{\"text\":\"{word} ở Đà Lạt\"}}\n");
    words.split_whitespace().map(line).collect()
}

impl Place {
    /// Makes a folder with files, and loads it.
    fn new(name: &str, files: &[(&str, &str)]) -> Self {
        let folder = std::env::temp_dir().join(format!("docbao-reread-{}-{name}", id()));
        fs::create_dir_all(&folder).expect("the temporary folder can be written");
        let (corpus, rereader) = (Corpus::default(), Rereader::default());
        let mut place = Self { folder, corpus, withdrawn: Arc::default(), rereader };
        for (name, text) in files {
            place.write(name, text);
        }
        place.corpus = load_all(vec![Input::Path(place.folder.clone())]).0;
        place
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("it is in the folder")).expect("it can be written");
        fs::write(path, text).expect("it can be written");
    }

    fn append(&self, name: &str, text: &str) {
        let mut file = File::options().append(true).open(self.path(name)).expect("it is there");
        file.write_all(text.as_bytes()).expect("it can be written");
    }

    /// Reads paths anew, and compares what has changed: the ids of what is new, what is back, what is
    /// gone, and what is wrong.
    fn check(&mut self, paths: &[&str], expected: &str) {
        let paths = paths.iter().map(|name| self.path(name)).collect();
        let (corpus, withdrawn) = (self.corpus.clone(), Arc::clone(&self.withdrawn));
        let found = self.rereader.reread(&Reread { paths, corpus, withdrawn });
        let here = format!("{}/", self.folder.display());
        let new =
            found.segment.iter().flat_map(|it| it.articles.iter()).map(|it| it.id.to_string());
        let back = found.back.iter().map(|it| format!("+{}", it.0));
        let gone = found.gone.iter().map(|(old, new)| {
            format!("-{}{}", old.0, new.map_or_else(String::new, |new| format!(">{}", new.0)))
        });
        let wrong = found.diagnostics.iter().map(|it| it.to_string().replace(&here, "!"));
        let all: Vec<_> = new.chain(back).chain(gone).chain(wrong).collect();
        assert_eq!(all.join(" "), expected);
        let withdrawn = Arc::make_mut(&mut self.withdrawn);
        found.back.iter().for_each(|&it| withdrawn.restore(it));
        found.gone.iter().for_each(|&(old, new)| withdrawn.add(old, new));
        found.segment.into_iter().for_each(|segment| self.corpus.push(segment));
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

#[test]
fn what_is_added_to_a_file_is_read() {
    let mut place = Place::new("added", &[("a.jsonl", &lines("Một Hai"))]);
    place.check(&["a.jsonl"], "");
    place.append("a.jsonl", &lines("Ba"));
    place.check(&["a.jsonl"], "a:3");
    place.append("a.jsonl", &lines("Tư Năm"));
    place.check(&["a.jsonl"], "a:4 a:5");
    place.check(&["a.jsonl"], "");
    place.append("a.jsonl", "{bad\n");
    place.check(&["a.jsonl"], "!a.jsonl:6: is not a JSON object (column 2): key must be a string");
    place.append("a.jsonl", &lines("Sáu"));
    place.check(&["a.jsonl"], "a:7");
}

/// A line that is being written costs nothing, and comes when it is whole: once.
#[test]
fn half_a_line_waits_for_the_other_half() {
    for first in ["", "Một "] {
        let mut place = Place::new(&format!("half{}", first.len()), &[("a.jsonl", &lines(first))]);
        let line = |at: usize| format!("a:{}", first.len().min(1) + at);
        let text = lines("Hai");
        let (half, rest) = text.split_at(text.floor_char_boundary(text.len() / 2));
        place.append("a.jsonl", half);
        place.check(&["a.jsonl"], "");
        place.append("a.jsonl", rest.trim_end());
        place.check(&["a.jsonl"], &line(1));
        place.append("a.jsonl", "\n");
        place.check(&["a.jsonl"], "");
        place.append("a.jsonl", half);
        place.check(&["a.jsonl"], "");
        place.append("a.jsonl", &format!("{}{half}", rest.replace("Lạt", "Lạt mưa")));
        place.check(&["a.jsonl"], &line(2));
        // What was never finished is wrong as soon as another line follows.
        place.append("a.jsonl", &format!("\n{}", lines("Bốn")));
        let wrong = "is not a JSON object";
        let paths = vec![place.path("a.jsonl")];
        let job = Reread { paths, corpus: place.corpus.clone(), withdrawn: Arc::default() };
        let found = place.rereader.reread(&job);
        assert!(found.diagnostics.iter().any(|it| it.message.contains(wrong)), "{found:?}");
        assert_eq!(found.segment.map(|it| it.articles.len()), Some(1));
    }
}

#[test]
fn a_file_that_is_written_anew_keeps_what_it_has() {
    let mut place = Place::new("anew", &[("a.jsonl", &lines("Một Hai Ba"))]);
    place.write("a.jsonl", &lines("Không Một Ba"));
    place.check(&["a.jsonl"], "a:1 -1");
    place.write("b.tmp", &lines("Một Hai Ba"));
    fs::rename(place.path("b.tmp"), place.path("a.jsonl")).expect("it can be moved");
    place.check(&["a.jsonl", "b.tmp"], "+1 -3");
    // The file is longer, and another one.
    place.write("a.jsonl", &lines("Một Hai Bốn Năm"));
    place.check(&["a.jsonl"], "a:3 a:4 -2>4");
    place.write("a.jsonl", "");
    place.check(&["a.jsonl"], "-0 -1 -4 -5 !a.jsonl: is empty");
    place.write("a.jsonl", &lines("Năm Một"));
    place.check(&["a.jsonl"], "+0 +5");
}

/// Who writes a file slowly has it read half way.
#[test]
fn what_was_gone_for_a_while_is_back() {
    let mut place = Place::new("slow", &[("a.jsonl", &lines("Một Hai Ba"))]);
    place.write("a.jsonl", &lines("Một"));
    place.check(&["a.jsonl"], "-1 -2");
    place.append("a.jsonl", &lines("Hai Bốn Ba"));
    place.check(&["a.jsonl"], "a:3 +1 +2");
}

#[test]
fn what_ends_too_early_is_not_gone() {
    let packed = [31, 139, 8, 0, 0, 0, 0, 0, 0, 3];
    let mut place = Place::new("early", &[("a.jsonl", &lines("Một Hai"))]);
    fs::write(place.path("a.jsonl"), packed).expect("it can be written");
    let cut = "!a.jsonl: cannot be read: incomplete deflate stream";
    place.check(&["a.jsonl"], cut);
    place.write("a.jsonl", &lines("Một Ba"));
    place.check(&["a.jsonl"], "a:2 -1>2");
}

#[test]
fn what_is_edited_is_a_new_form() {
    let text = "Tin một\n\nMưa ở Đà Lạt và ở Huế, nắng ở Hà Nội.";
    let mut place = Place::new("edited", &[("a.txt", text), ("b.txt", "Tin hai\n\nNắng.")]);
    place.write("a.txt", &text.replace("Huế", "Vinh"));
    place.check(&["a.txt"], "a -0>2");
    place.write("a.txt", text);
    place.check(&["a.txt"], "+0 -2>0");
}

#[test]
fn files_and_folders_come_and_go() {
    let (one, two) = (lines("Một"), lines("Hai Ba"));
    let files: &[(&str, &str)] = &[("a.jsonl", &one), ("x/b.jsonl", &two), ("x y.txt", "Tin bốn")];
    let mut place = Place::new("come", files);
    fs::rename(place.path("x"), place.path("y")).expect("it can be moved");
    place.check(&["x", "y"], "b:1 b:2 -2 -3");
    fs::remove_file(place.path("a.jsonl")).expect("it is there");
    place.check(&["a.jsonl"], "-0");
    place.write("a.jsonl", &one);
    place.check(&["a.jsonl"], "+0");
    place.check(&["y", "y/a.jsonl"], "");
    fs::remove_dir_all(&place.folder).expect("it is there");
    place.check(&["a.jsonl", "y", "x y.txt", "never"], "-0 -1 -4 -5");
}

#[test]
fn what_cannot_be_read_is_not_gone() {
    let one = lines("Một");
    let mut place = Place::new("unreadable", &[("a.jsonl", &one), ("x/b.jsonl", &one)]);
    let allow = |place: &Place, name: &str, mode| {
        fs::set_permissions(place.path(name), fs::Permissions::from_mode(mode))
            .expect("it is ours");
    };
    allow(&place, "a.jsonl", 0o000);
    allow(&place, "x", 0o000);
    // Nothing is hidden from the superuser.
    if File::open(place.path("a.jsonl")).is_err() {
        let denied = "cannot be read: Permission denied (os error 13)";
        place.check(&["a.jsonl", "x"], &format!("!a.jsonl: {denied} !x: {denied}"));
    }
    allow(&place, "a.jsonl", 0o600);
    allow(&place, "x", 0o700);
}

#[test]
fn links_in_a_loop_end() {
    let mut place = Place::new("loop", &[("x/a.jsonl", &lines("Một"))]);
    symlink(&place.folder, place.path("x/up")).expect("there are links");
    symlink("a.jsonl", place.path("x/b.jsonl")).expect("there are links");
    let skipped = "!x/up: is skipped: it is a link to a folder";
    place.check(&["x"], &format!("b:1 {skipped}"));
    place.check(&["x/up"], skipped);
}
