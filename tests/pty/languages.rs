//! The language of the screens: that of the locale, or the one that is asked for.

use crate::harness::Setup;

fn check(args: &[&str], env: &[(&str, &str)], expected: &[&str]) {
    let session = Setup { args, env, ..Setup::default() }.ready();
    session.see(expected);
}

#[test]
fn the_locale_and_the_option_tell_the_language() {
    let vietnamese = ["2 bài", "tìm tiêu đề", "trợ giúp"];
    let english = ["2 articles", "search titles", "help"];
    check(&[], &[("LANG", "vi_VN.UTF-8")], &vietnamese);
    check(&[], &[("LANG", "vi_VN.UTF-8"), ("LC_ALL", "C.UTF-8")], &english);
    check(&[], &[("LC_MESSAGES", "vi_VN")], &vietnamese);
    check(&["--lang", "vi"], &[], &vietnamese);
    check(&["--lang", "en"], &[("LANG", "vi_VN.UTF-8")], &english);
}

#[test]
fn each_screen_speaks_vietnamese() {
    let session = Setup { env: &[("LANG", "vi_VN.UTF-8")], ..Setup::default() }.ready();
    session.check_keys("enter 1 tab", "chỉ người");
    session.check_keys("enter", "xuất hiện cùng");
    session.check_keys("esc 0 f", "CHỮ HOA mở thẻ");
    session.check_keys("esc e", "thực thể trong bài này:");
    session.check_keys("esc t", "theo tháng · mọi bài");
    session.check_keys("esc ?", "xuống một dòng");
    session.check_keys("esc !", "mọi thứ đều đọc được");
    session.keys("esc esc s");
    session.type_text("lam dong");
    session.see(&["tiêu đề 1", "0 đoạn", "⏎ mở"]);
    session.keys("enter");
    session.check_keys("J u", "không có lần sửa nào để bỏ");
}
