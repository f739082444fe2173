//! A table that fits the terminal: columns as wide as what stands in them, the widest ones cut first.

use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

/// Between two columns.
const GAP: usize = 2;
/// No column is cut to less.
const NARROWEST: usize = 6;

/// The lines of a table, heads first; at most `width` columns wide if that is said and can be done.
pub fn lines(heads: &[String], rows: &[Vec<String>], width: Option<usize>) -> Vec<String> {
    let all: Vec<Vec<String>> = std::iter::once(heads.to_vec())
        .chain(rows.iter().cloned())
        .map(|row| row.iter().map(|cell| one_line(cell)).collect())
        .collect();
    let mut widths: Vec<usize> =
        (0..heads.len()).map(|column| all.iter().map(|row| row[column].width()).max().unwrap_or(0)).collect();
    if let Some(width) = width {
        fit(&mut widths, width);
    }
    all.iter().map(|row| line(row, &widths)).collect()
}

/// Takes from the widest column until all fit.
fn fit(widths: &mut [usize], width: usize) {
    let gaps = GAP * widths.len().saturating_sub(1);
    while widths.iter().sum::<usize>() + gaps > width {
        let Some(widest) = widths.iter_mut().max().filter(|widest| **widest > NARROWEST) else { return };
        *widest -= 1;
    }
}

fn line(row: &[String], widths: &[usize]) -> String {
    let mut text = String::new();
    for (cell, &width) in row.iter().zip(widths) {
        let cell = cut(cell, width);
        text.push_str(&cell);
        text.extend(std::iter::repeat_n(' ', width - cell.width() + GAP));
    }
    text.truncate(text.trim_end().len());
    text
}

/// The text in at most `width` columns, a Korean character taking two.
pub fn cut(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let mut kept = String::new();
    let mut taken = 1;
    for c in text.chars() {
        taken += c.width().unwrap_or(0);
        if taken > width {
            break;
        }
        kept.push(c);
    }
    kept + "…"
}

fn one_line(text: &str) -> String {
    crate::out::printable(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn korean_and_latin_stand_below_each_other() {
        let heads = ["고객".to_owned(), "Stage".to_owned()];
        let rows = [vec!["한빛상사".to_owned(), "A".to_owned()], vec!["Fabrikam".to_owned(), "B".to_owned()]];
        let lines = lines(&heads, &rows, None);
        let column = |line: &str, mark: &str| line[..line.find(mark).unwrap()].width();
        assert_eq!(
            column(&lines[1], "A"),
            column(&lines[2], "B"),
            "a Korean character is two columns wide: {lines:#?}"
        );
    }

    #[test]
    fn a_table_is_no_wider_than_the_terminal() {
        let heads = ["1".to_owned(), "2".to_owned()];
        let rows = [vec!["가나다라마바사아자차카타파하".to_owned(), "x".repeat(60)]];
        for width in [30, 31, 32, 79] {
            let lines = lines(&heads, &rows, Some(width));
            assert!(lines.iter().all(|line| line.width() <= width), "in {width} columns: {lines:#?}");
        }
        assert_eq!(cut("가나다", 4), "가…", "a character is never cut in half");
    }
}
