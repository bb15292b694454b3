use super::*;

use Kind::{Event, Law, Location, Organization, Person, Role};

const NAMES: &[(Kind, &[&str])] = &[
    (Person, &["Phạm S", "PHẠM S", "Phạm  S"]),
    (Person, &["Nguyễn Thúy Hòa", "Nguyễn Thuý Hoà"]),
    (Person, &["Nguyễn Thùy Hòa"]),
    (Location, &["Mỹ", "Mĩ"]),
    (
        Location,
        &[
            "TP.HCM",
            "TP HCM",
            "TPHCM",
            "TP. HCM",
            "Tp.HCM",
            "TP. Hồ Chí Minh",
            "TP Hồ Chí Minh",
            "thành phố Hồ Chí Minh",
            "Thành phố Hồ Chí Minh",
            "TP.Hồ Chí Minh",
            "T.P Hồ Chí Minh",
            "TP.Hồ Chí Minh",
            "tp.HCM",
            "Tp HCM",
            "TP-HCM",
            "T.P HCM",
            "TP.HỒ CHÍ MINH",
            "Tp. Hồ Chí Minh",
        ],
    ),
    (Location, &["Lâm Đồng", "tỉnh Lâm Đồng", "Tỉnh Lâm Đồng"]),
    (Location, &["quận 1", "Q.1", "Q. 1", "Quận 1"]),
    (
        Organization,
        &[
            "Bộ Thông tin và Truyền thông",
            "Bộ TT-TT",
            "Bộ TT&TT",
            "Bộ TTTT",
            "BỘ THÔNG TIN VÀ TRUYỀN THÔNG",
        ],
    ),
    (
        Organization,
        &["UBND tỉnh Lâm Đồng", "Ủy ban nhân dân tỉnh Lâm Đồng", "Uỷ ban nhân dân tỉnh Lâm Đồng"],
    ),
    (Organization, &["Liên Hợp Quốc", "LHQ", "Liên hợp quốc"]),
    (Law, &["Nghị quyết số 30-NQ/TW", "Nghị quyết 30-NQ/TW"]),
    (Law, &["Luật Đất đai 2024", "Luật Đất đai năm 2024", "LUẬT ĐẤT ĐAI 2024"]),
    (Law, &["Luật Đất đai 2013"]),
    (Law, &["Điều 134 Bộ luật Hình sự", "Điều 134 BLHS"]),
    (Law, &["Điều 135 Bộ luật Hình sự"]),
    (Location, &["Cà Mau", "tỉnh Cà Mau"]),
    (Location, &["TP Cà Mau", "thành phố Cà Mau", "TP. Cà Mau"]),
    (Location, &["Vinh", "TP Vinh", "thành phố Vinh"]),
    (Location, &["Hà Nội", "TP Hà Nội", "thủ đô Hà Nội", "HÀ NỘI"]),
    (Location, &["quận 10", "Q.10"]),
    (Location, &["huyện Châu Thành"]),
    (Location, &["xã Châu Thành"]),
    (Location, &["thị trấn Châu Thành"]),
    (Location, &["sông Hồng"]),
    (Location, &["Đắk Lắk", "tỉnh Đắk Lắk"]),
    (Person, &["Lý Thường Kiệt", "Lí Thường Kiệt"]),
    (Person, &["Lê Thuỳ"]),
    (Person, &["Lê Thúy"]),
    (Organization, &["UBND tỉnh Cà Mau", "UBND Cà Mau"]),
    (Organization, &["UBND TP Cà Mau", "UBND thành phố Cà Mau"]),
    (Organization, &["UBND huyện Cà Mau"]),
    (Organization, &["Công an TP.HCM", "Công an TP Hồ Chí Minh", "Công an thành phố Hồ Chí Minh"]),
    (Organization, &["Sở Y tế Hà Nội", "Sở Y tế TP Hà Nội", "Sở Y tế thành phố Hà Nội"]),
    (Organization, &["Tỉnh ủy Lâm Đồng", "Tỉnh uỷ Lâm Đồng", "TỈNH ỦY LÂM ĐỒNG"]),
    (Organization, &["Tỉnh đoàn Lâm Đồng"]),
    (Organization, &["Tỉnh ủy Lâm Hà"]),
    (Organization, &["Hà Nội FC", "CLB Hà Nội", "CLB bóng đá Hà Nội"]),
    (Organization, &["Công an Hà Nội", "Công an TP Hà Nội"]),
    (Organization, &["Bộ NN&PTNT", "Bộ NN-PTNT", "Bộ Nông nghiệp và Phát triển nông thôn"]),
    (Organization, &["Bộ GD-ĐT", "Bộ GD&ĐT", "Bộ GDĐT", "Bộ Giáo dục và Đào tạo"]),
    (Organization, &["Bộ VH-TT&DL", "Bộ VHTTDL", "Bộ Văn hóa, Thể thao và Du lịch"]),
    (Role, &["Chủ tịch UBND tỉnh Lâm Đồng", "Chủ tịch UBND Lâm Đồng"]),
    (Role, &["Phó Chủ tịch UBND tỉnh Lâm Đồng"]),
    (Event, &["Liên hoan phim Việt Nam lần thứ 23", "Liên hoan phim Việt Nam lần thứ XXIII"]),
    (Event, &["Liên hoan phim Việt Nam lần thứ 22"]),
    (Event, &["bão Yagi", "Siêu bão Yagi"]),
    (Event, &["bão số 3", "Bão số 3"]),
    (Event, &["SEA Games 31"]),
    (Event, &["SEA Games 32"]),
];

/// All names of a line have one key, and no two lines share one.
#[test]
fn one_entity_has_one_key() {
    let mut seen = HashSet::new();
    for (kind, names) in NAMES {
        let keys: std::collections::BTreeSet<_> =
            names.iter().map(|name| key(*kind, name)).collect();
        assert_eq!(keys.len(), 1, "{keys:?} of {names:?}");
        assert!(seen.insert(keys), "{names:?} share a key with others");
    }
}
