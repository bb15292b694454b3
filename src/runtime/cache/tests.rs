mod place;

use std::fs;
use std::time::{Duration, SystemTime};

use super::*;
use crate::entity::Tagger;
use crate::runtime::loader::{load_all, open_all};
use place::Place;

#[test]
fn what_is_kept_is_served() {
    let place = Place::new("served");
    assert_eq!(place.served(), (0, 0));
    place.keep();
    assert_eq!(place.served(), (9, 9));
    place.check_opens();
    let mode = |path: PathBuf| {
        std::os::unix::fs::PermissionsExt::mode(
            &fs::metadata(path).expect("it is there").permissions(),
        )
    };
    assert_eq!(mode(place.file()) & 0o777, 0o600);
    assert_eq!(mode(place.folder.join("cache")) & 0o777, 0o700);
}

#[test]
fn a_touched_corpus_is_not_served() {
    let place = Place::new("touched");
    place.keep();
    let corpus = fs::File::options().append(true).open(place.corpus()).expect("it is there");
    corpus.set_modified(SystemTime::UNIX_EPOCH).expect("its time can be set");
    assert_eq!(place.served(), (0, 0));
    place.check_opens();
    place.keep();
    assert_eq!(place.served(), (9, 9));
    fs::write(place.corpus(), "{\"text\":\"Tin.\"}\n").expect("it can be written");
    assert_eq!(place.served(), (0, 0));
}

#[test]
fn small_and_unsettled_corpora_are_not_kept() {
    let place = Place::new("small");
    place.settle();
    let (corpus, _) = load_all(place.inputs.clone());
    let on = Searchable::new(&corpus, Tagger::shared());
    let cache = Cache::new(place.folder.join("cache"), 1 << 20);
    cache.read(&place.inputs, Wants::All, |_, _| true);
    assert_eq!(cache.write(&on, &[]), None);
    assert!(!place.folder.join("cache").exists());
    // It was asked for nothing.
    assert_eq!(place.cache().write(&on, &[]), None);
    assert!(!place.folder.join("cache").exists());
    // It has changed since.
    let cache = place.cache();
    cache.read(&place.inputs, Wants::All, |_, _| true);
    fs::write(place.corpus(), "{\"text\":\"Tin.\"}\n").expect("it can be written");
    assert_eq!(cache.write(&on, &[]), None);
    assert!(!place.folder.join("cache").exists());
}

#[test]
fn a_folder_that_cannot_be_made_costs_a_complaint() {
    let place = Place::new("unwritable");
    place.settle();
    let (corpus, _) = load_all(place.inputs.clone());
    let on = Searchable::new(&corpus, Tagger::shared());
    let cache = Cache::new(place.corpus().join("cache"), 0);
    cache.read(&place.inputs, Wants::All, |_, _| true);
    let said = cache.write(&on, &[]).expect("it is said").to_string();
    assert!(said.contains("is not kept"), "{said}");
}

#[test]
fn a_file_cut_anywhere_is_refused() {
    let place = Place::new("cut");
    place.keep();
    let whole = fs::read(place.file()).expect("it is there");
    for end in 0..whole.len() {
        fs::write(place.file(), &whole[..end]).expect("it can be written");
        assert_eq!(place.served(), (0, 0), "{end}");
    }
    place.check_opens();
    let long = [&whole[..], b"more"].concat();
    fs::write(place.file(), long).expect("it can be written");
    assert_eq!(place.served(), (0, 0));
}

#[test]
fn a_file_with_any_byte_changed_is_not_served_whole() {
    let place = Place::new("changed");
    place.keep();
    let mut bytes = fs::read(place.file()).expect("it is there");
    for at in 0..bytes.len() {
        let good = bytes[at];
        bytes[at] ^= 1 << (at % 8);
        place.check_damaged(&bytes, at);
        if at % 8 == 0 {
            place.check_opens();
        }
        bytes[at] = good;
    }
    // What was missing is written again, and is as it was.
    place.keep();
    assert_eq!(fs::read(place.file()).expect("it is there"), bytes);
}

#[test]
fn blocks_that_changed_places_are_refused() {
    let place = Place::new("places");
    place.keep();
    let mut bytes = fs::read(place.file()).expect("it is there");
    let file = fs::File::open(place.file()).expect("it is there");
    let contents = contents::Contents::read(&file, bytes.len() as u64).expect("it is whole");
    // Three segments of three articles with the same letters but for a number: some blocks are of
    // one length.
    let blocks: Vec<_> = contents.segments.iter().map(|[articles, _]| *articles).collect();
    assert_eq!(blocks[1].length, blocks[2].length);
    let length = blocks[1].length as usize + 4;
    let (one, other) = (blocks[1].at as usize, blocks[2].at as usize);
    let kept = bytes[one..one + length].to_vec();
    bytes.copy_within(other..other + length, one);
    bytes[other..other + length].copy_from_slice(&kept);
    place.check_damaged(&bytes, one);
    place.check_opens();
}

#[test]
fn another_version_is_refused() {
    let place = Place::new("version");
    place.keep();
    let mut bytes = fs::read(place.file()).expect("it is there");
    bytes[7] += 1;
    place.check_damaged(&bytes, 7);
    place.check_damaged(b"docbao\x00\x01 and something of old", 0);
    assert_eq!(place.served(), (0, 0));
    place.check_opens();
}

#[test]
fn damaged_entities_cost_no_articles() {
    let place = Place::new("entities");
    place.keep();
    let mut bytes = fs::read(place.file()).expect("it is there");
    let file = fs::File::open(place.file()).expect("it is there");
    let contents = contents::Contents::read(&file, bytes.len() as u64).expect("it is whole");
    bytes[contents.entities[1].at as usize + 9] ^= 1;
    fs::write(place.file(), &bytes).expect("it can be written");
    assert_eq!(place.served(), (9, 3));
    assert_eq!(place.served_of(Wants::Articles), (9, 0));
    place.check_opens();
    let opened = open_all(place.inputs.clone(), Some(&place.cache()), Wants::All);
    assert_eq!((opened.corpus.len(), opened.searchable.is_none()), (9, true));
}

#[test]
fn several_can_write_and_read_at_once() {
    let place = Place::new("several");
    place.keep();
    let whole = fs::read(place.file()).expect("it is there");
    std::thread::scope(|scope| {
        for _ in 0..3 {
            scope.spawn(|| {
                for _ in 0..5 {
                    place.keep();
                    place.check_opens();
                }
            });
        }
    });
    assert_eq!(fs::read(place.file()).expect("it is there"), whole);
    assert_eq!(place.served(), (9, 9));
}

#[test]
fn what_is_not_wanted_is_not_read() {
    let place = Place::new("wants");
    place.keep();
    assert_eq!(place.served_of(Wants::Articles), (9, 0));
    let opened = open_all(place.inputs.clone(), Some(&place.cache()), Wants::Articles);
    assert_eq!((opened.corpus.len(), opened.searchable.is_none()), (9, true));
}

#[test]
fn the_oldest_files_go_first() {
    let place = Place::new("limit");
    for (name, age) in
        [("a.kept", 3), ("b.kept", 2), ("c.kept", 1), ("d.1.half", 4000), ("e", 5000)]
    {
        let path = place.folder.join(name);
        fs::write(&path, [0; 100]).expect("the folder can be written");
        let file = fs::File::options().append(true).open(path).expect("it is there");
        file.set_modified(SystemTime::now() - Duration::from_secs(age)).expect("it can be set");
    }
    upkeep::limit(&place.folder, 250).expect("the folder can be read");
    let there = |name: &&str| place.folder.join(name).exists();
    let names = ["a.kept", "b.kept", "c.kept", "d.1.half", "e"];
    let left: Vec<&str> = names.into_iter().filter(there).collect();
    assert_eq!(left, ["b.kept", "c.kept", "e"]);
}
