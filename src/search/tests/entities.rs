//! Entities that have several names, or stand in several tables.

use super::*;

#[test]
fn an_entity_is_found_by_any_of_its_names() {
    let text = "Tập đoàn Dầu khí Việt Nam (PVN) họp. Hôm qua, PVN báo lãi.";
    let segment = Segment { first: ArticleNo(0), articles: [article("Tin", text, "2023")].into() };
    let on = Searchable::new(&one_segment(segment), Tagger::shared());
    assert_eq!(shown(&on, "kind:organization pvn"), "e:PVN[PVN]");
    assert_eq!(shown(&on, "kind:organization dau khi"), "e:Tập đoàn Dầu khí Việt Nam[Dầu khí]");
    assert_eq!(shown(&on, "kind:organization pvm"), "");
}

/// It makes no difference whether the entities of several segments are in one table.
#[test]
fn entities_are_found_in_one_table_as_in_several() {
    let texts: Vec<String> = (0..60)
        .map(|at| {
            let people = ["Lê An", "Lê Anh", "Phạm S", "An Bình", "Trần Lê", "Vũ An Lê"];
            let names = people.iter().enumerate().filter(|(nth, _)| at % (nth * nth + 2) == 0);
            let own = format!("[Ngô A{at}] và [Ngô A{}]", at / 3);
            names.map(|(_, name)| format!("[{name}] ")).chain([own]).collect()
        })
        .collect();
    let articles: Vec<_> = texts.iter().map(|text| ("Tin", text.as_str(), "2023")).collect();
    let several = corpus(&articles);
    let mut one = several.clone();
    let mut tables = several.entities.iter().map(|known| known.table());
    let first = tables.next().unwrap().merge(tables.next().unwrap());
    let table = tables.fold(first, |table, next| table.merge(next));
    one.entities = vec![Arc::new(EntityIndex::new(table))];
    for typed in
        ["l", "n", "lê", "an", "le an", "ngo a1", "kind:person", "phs", "x", "@le", "n date:2023"]
    {
        for limit in [0, 1, 2, 5, 1000] {
            let found = |on: &Searchable| {
                let limits = Limits { entities: limit, ..LIMITS };
                let found = search(on, &Query::parse(typed), limits, &|| false).unwrap();
                (found.entities, found.totals.entities)
            };
            assert_eq!(found(&several), found(&one), "{typed} {limit}");
        }
    }
}
