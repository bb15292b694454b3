//! Colours for terminals that do not know them all.

use ratatui::style::Color;

/// Finds the nearest colour of the 6 x 6 x 6 cube, whose levels are 0, 95, 135, 175, 215 and 255.
pub(super) fn nearest_indexed(color: Color) -> Color {
    let Color::Rgb(red, green, blue) = color else { return color };
    let level = |part: u8| match part {
        0..=47 => 0,
        48..=114 => 1,
        _ => (part - 35) / 40,
    };
    Color::Indexed(16 + 36 * level(red) + 6 * level(green) + level(blue))
}

/// Lists the named colours by their hue, from red on in steps of 60 degrees, each with its light form.
const HUES: [(Color, Color); 6] = [
    (Color::Red, Color::LightRed),
    (Color::Yellow, Color::LightYellow),
    (Color::Green, Color::LightGreen),
    (Color::Cyan, Color::LightCyan),
    (Color::Blue, Color::LightBlue),
    (Color::Magenta, Color::LightMagenta),
];

/// Finds the named colour of the nearest hue; a grey one for what has hardly any, or can hardly be
/// seen.
///
/// By the distance alone, soft colours would nearly all be grey.
pub(super) fn nearest_named(color: Color) -> Color {
    let Color::Rgb(red, green, blue) = color else { return color };
    let [red, green, blue] = [red, green, blue].map(i32::from);
    let (most, least) = (red.max(green).max(blue), red.min(green).min(blue));
    let range = most - least;
    if range * 6 <= most || most < 32 {
        return match most {
            0..64 => Color::Black,
            64..160 => Color::DarkGray,
            160..230 => Color::Gray,
            _ => Color::White,
        };
    }
    let degrees = match most {
        _ if most == red => 60 * (green - blue) / range,
        _ if most == green => 120 + 60 * (blue - red) / range,
        _ => 240 + 60 * (red - green) / range,
    };
    let (dark, light) = HUES[((degrees + 390) / 60 % 6) as usize];
    if most >= 192 { light } else { dark }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_indexed_colours() {
        for (rgb, index) in
            [((0, 0, 0), 16), ((255, 255, 255), 231), ((95, 135, 175), 67), ((127, 219, 202), 116)]
        {
            let found = nearest_indexed(Color::Rgb(rgb.0, rgb.1, rgb.2));
            assert_eq!(found, Color::Indexed(index), "{rgb:?}");
        }
    }

    #[test]
    fn finds_named_colours() {
        for (rgb, named) in [
            ((0, 0, 0), Color::Black),
            ((1, 2, 3), Color::Black),
            ((100, 100, 110), Color::DarkGray),
            ((200, 200, 190), Color::Gray),
            ((255, 255, 255), Color::White),
            ((255, 0, 0), Color::LightRed),
            ((128, 0, 20), Color::Red),
            ((255, 60, 90), Color::LightRed),
            ((127, 219, 202), Color::LightCyan),
            ((130, 170, 255), Color::LightBlue),
            ((199, 146, 234), Color::LightMagenta),
            ((120, 110, 0), Color::Yellow),
            ((0, 128, 0), Color::Green),
        ] {
            assert_eq!(nearest_named(Color::Rgb(rgb.0, rgb.1, rgb.2)), named, "{rgb:?}");
        }
    }
}
