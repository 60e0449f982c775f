//! Rows of a table as lines; those of a table with a head are ruled as in Markdown.

use super::layout::Layout;

/// The table that is being written. One within another takes its place.
#[derive(Debug, Default)]
pub(super) struct Table {
    /// Where the row's first cell begins.
    row: usize,
    cells: usize,
    heads: usize,
    /// Whether an earlier row was the head.
    ruled: bool,
    rows: usize,
}

impl Table {
    pub(super) fn begin_row(&mut self, layout: &mut Layout) {
        self.end_row(layout);
        layout.block(1);
        self.heads = 0;
    }

    pub(super) fn begin_cell(&mut self, is_head: bool, layout: &mut Layout) {
        if self.cells == 0 {
            layout.one_line = false;
            layout.prepare();
            self.row = layout.end();
            if self.ruled {
                layout.sign("| ");
            }
        } else {
            layout.sign(" | ");
        }
        layout.one_line = true;
        self.cells += 1;
        self.heads += usize::from(is_head);
    }

    pub(super) fn end_row(&mut self, layout: &mut Layout) {
        layout.one_line = false;
        if self.cells == 0 {
            return;
        }
        let is_head = self.rows == 0 && self.heads == self.cells;
        if is_head {
            layout.sign_at(self.row, "| ");
        }
        if is_head || self.ruled {
            layout.sign(" |");
        }
        if is_head {
            self.ruled = true;
            layout.block(1);
            layout.prepare();
            layout.sign(&format!("|{}", " --- |".repeat(self.cells)));
        }
        self.rows += 1;
        self.cells = 0;
        layout.block(1);
    }
}
