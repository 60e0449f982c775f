//! Tables: in columns where they fit, or else one row a line; the words are the same.

use pulldown_cmark::Alignment;

use crate::cli::output::style::Style;
use crate::cli::output::styled::Styled;

/// Between two cells.
const BETWEEN: &str = " | ";

/// A wider table is not brought into columns where nothing says how wide it may be.
const WIDEST: usize = 160;

/// A table, as far as it has been read.
#[derive(Debug)]
pub(super) struct Table {
    alignments: Vec<Alignment>,
    rows: Vec<Vec<Styled>>,
}

impl Table {
    pub(super) fn new(alignments: Vec<Alignment>) -> Self {
        Self {
            alignments,
            rows: Vec::new(),
        }
    }

    pub(super) fn begin_row(&mut self) {
        self.rows.push(Vec::new());
    }

    pub(super) fn add(&mut self, cell: Styled) {
        if let Some(row) = self.rows.last_mut() {
            row.push(cell);
        }
    }

    /// Its rows, and whether they are in columns: then they are not to be wrapped.
    pub(super) fn lines(self, width: Option<usize>) -> (Vec<Styled>, bool) {
        let widths: Vec<usize> = (0..self.alignments.len())
            .map(|column| {
                let cells = self.rows.iter().filter_map(|row| row.get(column));
                cells.map(Styled::columns).max().unwrap_or_default()
            })
            .collect();
        let all = widths.iter().sum::<usize>() + BETWEEN.len() * widths.len().saturating_sub(1);
        let fits = all <= width.unwrap_or(WIDEST);
        let rows = self.rows.iter().enumerate();
        let lines = rows.map(|(number, row)| {
            let style = if number == 0 {
                Style::STRONG
            } else {
                Style::PLAIN
            };
            self.line(row, fits.then_some(&widths), style)
        });
        (lines.collect(), fits)
    }

    /// A row, its cells brought to these widths if there are any.
    fn line(&self, row: &[Styled], widths: Option<&Vec<usize>>, style: Style) -> Styled {
        let mut line = Styled::default();
        for (column, cell) in row.iter().enumerate() {
            if column > 0 {
                line.push(BETWEEN, Style::QUIET);
            }
            let padding = widths.map_or(0, |widths| widths[column] - cell.columns());
            let before = match self.alignments[column] {
                Alignment::Right => padding,
                Alignment::Center => padding / 2,
                Alignment::Left | Alignment::None => 0,
            };
            line.push(&" ".repeat(before), Style::PLAIN);
            line.append(cell, style);
            line.push(&" ".repeat(padding - before), Style::PLAIN);
        }
        line
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(width: Option<usize>) -> (Vec<String>, bool) {
        use Alignment::{Center, None, Right};
        let mut table = Table::new(vec![None, Right, Center]);
        for row in [
            ["Day", "Hours", "Open"],
            ["Sunday", "5", "no"],
            ["月", "", "x"],
        ] {
            table.begin_row();
            for text in row {
                let mut cell = Styled::default();
                cell.push(text, Style::PLAIN);
                table.add(cell);
            }
        }
        let (lines, fits) = table.lines(width);
        let texts = lines.iter().map(|line| line.as_str().trim_end().to_owned());
        (texts.collect(), fits)
    }

    #[test]
    fn columns_line_up_where_they_fit() {
        let aligned = [
            "Day    | Hours | Open",
            "Sunday |     5 |  no",
            "月     |       |  x",
        ];
        for width in [None, Some(21)] {
            let (lines, fits) = lines(width);
            assert_eq!(lines, aligned);
            assert!(fits);
        }
        let (lines, fits) = lines(Some(20));
        assert_eq!(
            lines,
            ["Day | Hours | Open", "Sunday | 5 | no", "月 |  | x"]
        );
        assert!(!fits);
    }
}
