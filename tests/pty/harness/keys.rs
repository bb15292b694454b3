//! What terminals send for keys, as xterm does.

/// Gives the bytes of a key by its name in the table of actions; anything else as it is.
pub fn bytes(name: &str) -> Vec<u8> {
    let (rest, modifier) = [("shift-", 2), ("alt-", 3), ("ctrl-", 5)]
        .into_iter()
        .find_map(|(prefix, modifier)| Some((name.strip_prefix(prefix)?, modifier)))
        .unwrap_or((name, 1));
    if let ("tab", 2) = (rest, modifier) {
        return b"\x1b[Z".to_vec();
    }
    if let ([letter], 5) = (rest.as_bytes(), modifier) {
        return vec![letter & 0x1F];
    }
    if let ([_], 3) = (rest.as_bytes(), modifier) {
        return format!("\x1b{rest}").into();
    }
    plain(name)
        .map(<[u8]>::to_vec)
        .or_else(|| numbered(rest, modifier))
        .or_else(|| lettered(rest, modifier))
        .unwrap_or_else(|| name.into())
}

fn plain(name: &str) -> Option<&'static [u8]> {
    Some(match name {
        "enter" => b"\r",
        "esc" => b"\x1b",
        "tab" => b"\t",
        "space" => b" ",
        "backspace" => b"\x7f",
        _ => return None,
    })
}

/// Gives the keys that send a number.
fn numbered(name: &str, modifier: u8) -> Option<Vec<u8>> {
    let number = match name {
        "delete" => 3,
        "pageup" => 5,
        "pagedown" => 6,
        "f5" => 15,
        "f6" => 17,
        "f7" => 18,
        "f8" => 19,
        "f9" => 20,
        "f10" => 21,
        "f11" => 23,
        "f12" => 24,
        _ => return None,
    };
    Some(match modifier {
        1 => format!("\x1b[{number}~").into(),
        _ => format!("\x1b[{number};{modifier}~").into(),
    })
}

/// Gives the keys that send a letter.
fn lettered(name: &str, modifier: u8) -> Option<Vec<u8>> {
    let (start, letter) = match name {
        "up" => ("[", 'A'),
        "down" => ("[", 'B'),
        "right" => ("[", 'C'),
        "left" => ("[", 'D'),
        "end" => ("[", 'F'),
        "home" => ("[", 'H'),
        "f1" => ("O", 'P'),
        "f2" => ("O", 'Q'),
        "f3" => ("O", 'R'),
        "f4" => ("O", 'S'),
        _ => return None,
    };
    Some(match modifier {
        1 => format!("\x1b{start}{letter}").into(),
        _ => format!("\x1b[1;{modifier}{letter}").into(),
    })
}
