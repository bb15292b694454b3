//! A screen as SVG: each run of cells of one style is one text, over a box where it has a ground.

use std::fmt::Write;

use vt100::{Cell, Color, Screen};

/// Sets the size of a cell in pixels, and the margin around the screen.
const CELL: (f32, f32) = (8.4, 19.0);
const MARGIN: f32 = 14.0;

/// Sets the colours of a terminal with a dark ground: letters, ground.
const INK: &str = "#d8d8d8";
const GROUND: &str = "#16181d";

/// Gives the 16 colours of a terminal.
const ANSI: [&str; 16] = [
    "#16181d", "#e06c75", "#98c379", "#e5c07b", "#61afef", "#c678dd", "#56b6c2", "#d8d8d8",
    "#5c6370", "#e06c75", "#98c379", "#e5c07b", "#61afef", "#c678dd", "#56b6c2", "#ffffff",
];

/// Represents how a run of cells looks: its ground, and the attributes of its text.
#[derive(Debug, Clone, PartialEq)]
struct Look {
    ground: Option<String>,
    attributes: String,
}

impl Look {
    fn of(cell: &Cell) -> Self {
        let ink = colour(cell.fgcolor()).unwrap_or_else(|| INK.into());
        let ground = colour(cell.bgcolor());
        let (ink, ground) = if cell.inverse() {
            (ground.unwrap_or_else(|| GROUND.into()), Some(ink))
        } else {
            (ink, ground)
        };
        let said = [
            (cell.bold(), " font-weight=\"bold\""),
            (cell.italic(), " font-style=\"italic\""),
            (cell.underline(), " text-decoration=\"underline\""),
            (cell.dim(), " opacity=\"0.6\""),
        ];
        let said = said.into_iter().filter(|(is_so, _)| *is_so).map(|(_, attribute)| attribute);
        Self { ground, attributes: format!(" fill=\"{ink}\"{}", said.collect::<String>()) }
    }
}

fn colour(colour: Color) -> Option<String> {
    match colour {
        Color::Default => None,
        Color::Rgb(r, g, b) => Some(format!("#{r:02x}{g:02x}{b:02x}")),
        Color::Idx(index) => Some(indexed(index)),
    }
}

/// Gives a colour of the 256: the 16 of the terminal, a cube of six steps, a ramp of greys.
fn indexed(index: u8) -> String {
    let step = |n: u8| if n == 0 { 0 } else { 55 + 40 * n };
    match index {
        0..16 => ANSI[index as usize].into(),
        16..232 => {
            let cube = index - 16;
            let (r, g, b) = (step(cube / 36), step(cube / 6 % 6), step(cube % 6));
            format!("#{r:02x}{g:02x}{b:02x}")
        }
        _ => {
            let grey = 8 + 10 * (index - 232);
            format!("#{grey:02x}{grey:02x}{grey:02x}")
        }
    }
}

/// Draws a screen.
pub fn picture(screen: &Screen) -> String {
    let (rows, columns) = screen.size();
    let (rows, columns) = (rows.get(), columns.get());
    let (width, height) =
        (f32::from(columns) * CELL.0 + 2.0 * MARGIN, f32::from(rows) * CELL.1 + 2.0 * MARGIN);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width:.1} {height:.1}\" \
         font-family=\"ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace\" \
         font-size=\"14\">\n<rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"{GROUND}\"/>\n"
    );
    for row in 0..rows {
        for (column, text, look, cells) in runs(screen, row, columns) {
            run(&mut out, (row, column), (&text, cells), &look);
        }
    }
    out.push_str("</svg>\n");
    out
}

/// Gives the runs of a row: first column, text, look, columns.
fn runs(screen: &Screen, row: u16, columns: u16) -> Vec<(u16, String, Look, u16)> {
    let mut runs: Vec<(u16, String, Look, u16)> = Vec::new();
    for column in 0..columns {
        let Some(cell) = screen.cell(row, column).filter(|cell| !cell.is_wide_continuation())
        else {
            continue;
        };
        let (look, cells) = (Look::of(cell), 1 + u16::from(cell.is_wide()));
        let text = if cell.has_contents() { cell.contents() } else { " " };
        match runs.last_mut() {
            Some((first, run, known, length)) if *known == look && *first + *length == column => {
                run.push_str(text);
                *length += cells;
            }
            _ => runs.push((column, text.to_owned(), look, cells)),
        }
    }
    runs
}

fn run(out: &mut String, (row, column): (u16, u16), (text, cells): (&str, u16), look: &Look) {
    let (x, y) = (MARGIN + f32::from(column) * CELL.0, MARGIN + f32::from(row) * CELL.1);
    let width = f32::from(cells) * CELL.0;
    if let Some(ground) = &look.ground {
        let _ = writeln!(
            out,
            "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{}\" fill=\"{ground}\"/>",
            CELL.1
        );
    }
    if !text.trim().is_empty() {
        let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        let base = y + CELL.1 * 0.75;
        let attributes = &look.attributes;
        let _ = writeln!(
            out,
            "<text x=\"{x:.1}\" y=\"{base:.1}\" textLength=\"{width:.1}\" \
             xml:space=\"preserve\"{attributes}>{text}</text>"
        );
    }
}
