//! Following entities: cards, threads that cross articles, filters.

use super::*;

/// Tells what a card shows: the entity and the selected row, or else what `seen` does.
fn seen_with_card(state: &State) -> String {
    let Some(card) = &state.card else { return seen(state) };
    let Some(it) = &card.dossier else { return format!("card {} waits", card.name) };
    let row = match card.row(card.pane.selected) {
        CardRow::Companion(at) => format!("with {}", it.companions[at].name),
        CardRow::Article(at) => format!("in #{}", it.articles[at].0.0),
        heading => format!("{heading:?}"),
    };
    let articles: Vec<_> = it.articles.iter().map(|(number, _)| number.0).collect();
    format!("card {} {articles:?} {row}", it.name)
}

fn check_card(script: &str, expected: &str) {
    let mut state = app(100, 20);
    type_in(&mut state, script);
    assert_eq!(seen_with_card(&state), expected, "after {script}");
}

#[test]
fn a_card_opens_and_each_line_leads_on() {
    let none = "reader #0 !Tab to an entity first, then Enter opens its card";
    check_card("{enter}{enter}", none);
    let money = "reader #0 money:90 triệu đồng !90 triệu đồng: only names have a card";
    check_card("{enter}7{tab}{enter}", money);
    check_card("{enter}{tab}{enter}", "card Phạm Văn Sơn [0] with Trần Thị Hoa");
    check_card("{enter}{tab}{enter}{enter}", "card Trần Thị Hoa [0, 3] with Phạm Văn Sơn");
    check_card("{enter}{tab}{enter}G", "card Phạm Văn Sơn [0] in #0");
    check_card("{enter}{tab}{enter}{esc}", "reader #0 person:Phạm Văn Sơn");
    check_card("{enter}{tab}{enter}G{enter}", "reader #0 person:Phạm Văn Sơn 1/3");
    check_card("{enter}G1{back}{enter}", "card Trần Thị Hoa [0, 3] with Phạm Văn Sơn");
    check_card("{enter}G1{back}{enter}G{enter}", "reader #3 person:Trần Thị Hoa 1/1");
}

/// Compares the card beside the text: the entity, and in how many articles it is.
fn check_beside((columns, rows): (u16, u16), script: &str, expected: &str) {
    let mut state = app(columns, rows);
    type_in(&mut state, script);
    let beside = state.beside().map(|it| format!("{} {}", it.name, it.articles.len()));
    assert_eq!(beside.unwrap_or_default(), expected, "after {script} at {columns}");
}

#[test]
fn a_card_stands_beside_the_text_where_there_is_room() {
    check_beside((160, 45), "{tab}", "Phạm Văn Sơn 1");
    check_beside((160, 45), "1{back}", "Trần Thị Hoa 2");
    check_beside((160, 45), "", "");
    check_beside((160, 45), "7{tab}", "");
    check_beside((130, 45), "{tab}", "");
    check_beside((160, 20), "{tab}", "");
    check_beside((160, 45), "etran", "Trần Thị Hoa 2");
    check_beside((160, 45), "{enter}1{back}{enter}{esc}", "Trần Thị Hoa 2");
    check_beside((160, 45), "{enter}1{tab}c2", "Phạm Văn Sơn 1");
    check_beside((160, 45), "{enter}1{tab}a{tab}{tab}{tab}a", "Trần Thị Hoa 2");
}

#[test]
fn history_comes_back_to_the_line() {
    check_card("{enter}G1{back}{enter}G{enter}H", "card Trần Thị Hoa [0, 3] in #3");
    check_card("{enter}{tab}{enter}{enter}H", "card Phạm Văn Sơn [0] with Trần Thị Hoa");
    check_card("{enter}{tab}{enter}{enter}HL", "card Trần Thị Hoa [0, 3] with Phạm Văn Sơn");
}

/// Tells what the articles are sought by, and what a user would see.
fn check_sought(script: &str, expected: &str) {
    let mut state = app(100, 20);
    type_in(&mut state, script);
    let chips: Vec<_> = state.filter.chips.iter().map(|chip| chip.name.as_str()).collect();
    let rows = state.row_count();
    let typed = state.search.line.text();
    let found =
        format!("[{typed}] {chips:?} {rows} at {:?}", state.selected_article().map(|it| it.0));
    assert_eq!(format!("{found} {}", seen(&state)), expected, "after {script}");
}

#[test]
fn history_holds_what_was_sought() {
    let hoa = "{enter}G1{back}";
    check_sought(
        &format!("{hoa}={{esc}}"),
        r#"[] ["Trần Thị Hoa"] 2 at Some(0) list #0 person:Trần Thị Hoa"#,
    );
    check_sought(&format!("{hoa}J=H"), "[] [] 4 at Some(0) reader #0 person:Trần Thị Hoa");
    check_sought(
        &format!("{hoa}=J=H"),
        r#"[] ["Trần Thị Hoa"] 2 at Some(0) reader #0 person:Trần Thị Hoa"#,
    );
    check_sought("slạm{enter}n{esc}{esc}{enter}H", "[lạm] [] 4 at Some(3) reader #3 -/2");
    check_sought("slạm{enter}n{esc}{esc}{enter}HL", "[] [] 4 at Some(0) reader #0");
}

#[test]
fn a_thread_goes_on_into_the_next_article() {
    let last = "{enter}G1{back}*";
    let here = "reader #0 person:Trần Thị Hoa 1/1";
    check_card(
        &format!("{last}n"),
        &format!("{here} !no more of Trần Thị Hoa here; n again: the next article with it"),
    );
    check_card(&format!("{last}nn"), "reader #3 person:Trần Thị Hoa 1/1");
    check_card(&format!("{last}nnN"), "reader #0 person:Trần Thị Hoa 1/1");
    check_card(&format!("{last}nnNn"), "reader #3 person:Trần Thị Hoa 1/1");
    let end = "reader #3 person:Trần Thị Hoa 1/1 !no further mention in any article";
    check_card(&format!("{last}nnn"), end);
    check_card(&format!("{last}nnH"), here);
    check_card(&format!("{last}N"), &format!("{here} !no earlier mention in any article"));
}

#[test]
fn the_status_knows_the_place_on_the_thread() {
    let mut state = app(100, 20);
    type_in(&mut state, "{enter}G1{back}*nn");
    let thread = state.reader.and_then(|reader| reader.thread).expect("it follows");
    assert_eq!(thread.article, Some((1, 2)));
}

/// Compares the articles of the list.
fn check_list(script: &str, expected: &[u32]) {
    let mut state = app(100, 20);
    type_in(&mut state, script);
    let rows = (0..state.row_count()).filter_map(|row| state.article_at(row));
    assert_eq!(rows.map(|number| number.0).collect::<Vec<_>>(), expected, "after {script}");
}

#[test]
fn entities_filter_the_list() {
    let hoa = "{enter}G1{back}";
    check_list(&format!("{hoa}={{esc}}"), &[0, 3]);
    check_list(&format!("{hoa}-{{esc}}"), &[1, 2]);
    check_list(&format!("{hoa}=={{esc}}"), &[0, 1, 2, 3]);
    check_list(&format!("{hoa}=-{{esc}}"), &[1, 2]);
    check_list(&format!("{hoa}={{back}}-{{esc}}"), &[3]);
    check_list(&format!("{hoa}={{back}}-{{esc}}{{esc}}"), &[0, 3]);
    check_list(&format!("{hoa}={{esc}}{{esc}}"), &[0, 1, 2, 3]);
    check_list(&format!("{hoa}{{enter}}="), &[0, 3]);
    check_list("=", &[0, 1, 2, 3]);
}

#[test]
fn a_search_looks_only_at_what_the_filter_leaves() {
    let mut state = app(100, 20);
    type_in(&mut state, "{enter}G1{back}-{esc}slam");
    let found = state.search.found.expect("it was answered");
    assert_eq!(found.results.totals.titles, 1, "{:?}", found.results);
}

#[test]
fn corrections_hold_everywhere() {
    let (son, hoa) = ("{enter}{tab}", "1{tab}{tab}{tab}");
    // Hoa is Sơn: one card, one filter, one thread.
    let merged = format!("{son}a{hoa}a");
    check_card(&format!("{merged}{{enter}}"), "card Trần Thị Hoa [0, 3] with tỉnh Lâm Đồng");
    check_card(&merged, "reader #0 person:Trần Thị Hoa !Phạm Văn Sơn is Trần Thị Hoa · u undoes");
    check_card(&format!("{merged}*NNN"), "reader #0 person:Phạm Văn Sơn 1/4");
    check_card(&format!("{merged}u{{enter}}"), "card Trần Thị Hoa [0, 3] with Phạm Văn Sơn");
    check_list(&format!("{merged}-"), &[1, 2]);
    check_card(
        &format!("{son}aa"),
        "reader #0 person:Phạm Văn Sơn !who else is Phạm Văn Sơn? go there and press a again",
    );
    check_card(
        &format!("{son}x"),
        "reader #0 location:Lâm Đồng !this is not Phạm Văn Sơn · u undoes",
    );
    check_card(&format!("{son}x1{{tab}}"), "reader #0 person:Phạm Văn Sơn");
    check_card(&format!("{son}{{enter}}x{{tab}}"), "reader #0 date:Ngày 27/4");
    check_card(
        &format!("{son}c2"),
        "reader #0 organization:Phạm Văn Sơn !Phạm Văn Sơn is of the kind organization · u undoes",
    );
    check_card(&format!("{son}c6"), "reader #0");
    check_card("u", "list #0 !there is no correction to undo");
}
