//! Articles that are no more are found no more, by nothing.

use super::*;
use crate::corpus::Withdrawn;
use crate::entity::EntityId;

/// Compares what a query finds once some articles are no more.
fn check(typed: &str, gone: &[u32], expected: &str) {
    assert_eq!(shown(&news_without(gone), typed), expected, "{typed} without {gone:?}");
}

fn news_without(gone: &[u32]) -> Searchable {
    let mut withdrawn = Withdrawn::default();
    for &number in gone {
        withdrawn.add(ArticleNo(number), None);
    }
    Searchable { withdrawn: Arc::new(withdrawn), ..news() }
}

#[test]
fn what_is_no_more_is_not_found() {
    for typed in ["lam dong", "hoa", "pham s", "kind:person", "date:2022..2023", "gia vang", "ubnd"]
    {
        let gone: Vec<u32> = (0..5).collect();
        let left = shown(&news_without(&gone), typed);
        assert!(!left.contains("t ") && !left.contains("e ") && !left.contains("p "), "{left}");
    }
    check("gia vang", &[], &shown(&news(), "gia vang"));
    assert_ne!(shown(&news(), "gia vang"), shown(&news_without(&[2]), "gia vang"));
    // What is left is found as ever.
    check("gia vang", &[0, 1, 3, 4], &shown(&news(), "gia vang"));
    check("", &[1], &shown(&news(), ""));
}

#[test]
fn what_is_no_more_does_not_count() {
    let id = EntityId::of(Kind::Person, "Phạm S");
    let counts = |gone: &[u32]| {
        let on = news_without(gone);
        let all = on.passing(&[]).iter().filter(|&&passes| passes).count();
        (on.mentions_of(id), on.articles_of(id).len(), all)
    };
    let (mentions, articles, _) = counts(&[]);
    assert!(mentions > 1 && articles > 1);
    assert_eq!(counts(&[]).2, 5);
    assert_eq!(counts(&[0]), (mentions - 1, articles - 1, 4));
    assert_eq!(counts(&[0, 1, 2, 3, 4]), (0, 0, 0));
}
