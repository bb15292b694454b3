//! The articles that are in their files no more. A segment never changes, so they stay in theirs, and
//! keep their numbers: who reads one of them reads on. Lists and searches leave them out.

use std::collections::BTreeMap;

use super::ArticleNo;

/// Holds the articles that are in their files no more, and what became of them.
#[derive(Debug, Clone, Default)]
pub struct Withdrawn {
    /// Each with the article that stands in its stead, if one does.
    gone: BTreeMap<ArticleNo, Option<ArticleNo>>,
    /// Those that stand in the stead of others, each with the first of these.
    places: BTreeMap<ArticleNo, ArticleNo>,
}

impl Withdrawn {
    /// Takes an article out, in favour of another one or of none.
    pub fn add(&mut self, article: ArticleNo, instead: Option<ArticleNo>) {
        // What is no more itself stands in nobody's stead: so no circle can be.
        let instead = instead.filter(|&instead| instead != article && !self.has(instead));
        self.gone.insert(article, instead);
        // One that is there again has its place already.
        if let Some(instead) = instead.filter(|&instead| instead > article) {
            self.places.insert(instead, self.place(article));
        }
    }

    /// Takes an article in again.
    pub fn restore(&mut self, article: ArticleNo) {
        self.gone.remove(&article);
    }

    /// Tells whether all articles are still there.
    pub fn is_empty(&self) -> bool {
        self.gone.is_empty()
    }

    /// Counts the articles.
    pub fn len(&self) -> usize {
        self.gone.len()
    }

    /// Tells whether an article is no more.
    pub fn has(&self, article: ArticleNo) -> bool {
        self.gone.contains_key(&article)
    }

    /// Gives the articles in load order.
    pub fn iter(&self) -> impl Iterator<Item = ArticleNo> {
        self.gone.keys().copied()
    }

    /// Gives the newest form of an article: itself, when nothing stands in its stead.
    pub fn newest(&self, article: ArticleNo) -> ArticleNo {
        let mut newest = article;
        while let Some(&Some(instead)) = self.gone.get(&newest) {
            newest = instead;
        }
        newest
    }

    /// Gives the article whose place in load order an article has: mostly itself.
    pub fn place(&self, article: ArticleNo) -> ArticleNo {
        self.places.get(&article).copied().unwrap_or(article)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Compares the newest form of an article and its place, after some were withdrawn.
    fn check(gone: &[(u32, Option<u32>)], article: u32, (newest, place): (u32, u32)) {
        let mut withdrawn = Withdrawn::default();
        for &(article, instead) in gone {
            withdrawn.add(ArticleNo(article), instead.map(ArticleNo));
        }
        let article = ArticleNo(article);
        assert_eq!((withdrawn.newest(article).0, withdrawn.place(article).0), (newest, place));
    }

    #[test]
    fn what_is_back_is_its_own_newest_form() {
        let mut withdrawn = Withdrawn::default();
        withdrawn.add(ArticleNo(3), Some(ArticleNo(7)));
        withdrawn.restore(ArticleNo(3));
        withdrawn.add(ArticleNo(7), Some(ArticleNo(3)));
        assert_eq!([3, 7].map(|it| withdrawn.newest(ArticleNo(it)).0), [3, 3]);
        withdrawn.restore(ArticleNo(7));
        withdrawn.add(ArticleNo(3), Some(ArticleNo(7)));
        assert_eq!([3, 7].map(|it| withdrawn.place(ArticleNo(it)).0), [3, 3]);
        assert_eq!(withdrawn.iter().collect::<Vec<_>>(), [ArticleNo(3)]);
    }

    #[test]
    fn an_article_is_followed_through_its_forms() {
        check(&[], 3, (3, 3));
        check(&[(3, None)], 3, (3, 3));
        check(&[(3, Some(7))], 3, (7, 3));
        check(&[(3, Some(7))], 7, (7, 3));
        check(&[(3, Some(7)), (7, Some(9))], 3, (9, 3));
        check(&[(3, Some(7)), (7, Some(9))], 9, (9, 3));
        check(&[(3, Some(7)), (7, None)], 3, (7, 3));
        check(&[(3, Some(7))], 4, (4, 4));
        check(&[(3, Some(7)), (7, Some(3))], 3, (7, 3));
        check(&[(3, Some(3))], 3, (3, 3));
    }
}
