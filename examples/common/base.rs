//! The articles that measurements begin with: those of a path, or else what the repository itself
//! holds, its seeds and the texts that the model is trained on.

use std::fs;
use std::path::{Path, PathBuf};

use docbao::corpus::Corpus;
use docbao::entity::training::read_marked;
use docbao::runtime::loader::{Input, load_all};

/// Loads the articles of the paths, or of the repository when there are none.
pub fn base(paths: &[String]) -> Corpus {
    if !paths.is_empty() {
        return load_all(paths.iter().map(|path| Input::Path(PathBuf::from(path))).collect()).0;
    }
    let folder = std::env::temp_dir().join(format!("docbao-base-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("the temporary folder can be written");
    let mut number = 0;
    for path in training() {
        let marked = fs::read_to_string(path).expect("the training texts are there");
        for article in read_marked(&marked) {
            let name = folder.join(format!("{number:05}.txt"));
            fs::write(name, article.text).expect("the temporary folder can be written");
            number += 1;
        }
    }
    let (corpus, _) = load_all(vec![Input::Seeds, Input::Path(folder.clone())]);
    let _ = fs::remove_dir_all(folder);
    corpus
}

fn training() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/entities/training");
    let entries = fs::read_dir(folder).expect("the training texts are there").flatten();
    let texts = entries.map(|entry| entry.path());
    let mut texts: Vec<_> =
        texts.filter(|path| path.extension().is_some_and(|end| end == "txt")).collect();
    texts.sort();
    texts
}
