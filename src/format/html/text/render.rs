//! From HTML to text: one token after the other, without a tree.

use html5gum::{HtmlString, Token};

use super::elements::{Style, breaks, is_unread};
use super::layout::Layout;
use super::marks::{Kind, longest_run};
use super::table::Table;
use crate::format::html::escape::is_nul;
use crate::format::html::tokens::{Tag, Within, attribute, string, tokens};

/// The text of a piece of HTML, as Markdown where it is more than lines.
pub(in crate::format) fn to_text(html: &str) -> String {
    Renderer::default().render(html)
}

/// The text of a piece of HTML in one line, without any marks.
pub(in crate::format::html) fn to_line(html: &str) -> String {
    let mut renderer = Renderer {
        plain: true,
        ..Renderer::default()
    };
    renderer.layout.one_line = true;
    renderer.render(html)
}

/// A list or a quotation.
#[derive(Debug)]
enum Container {
    /// The number of its next item, where it has numbers.
    List(Option<u32>),
    /// The indentation outside of it.
    Item(u8),
    Quote(u8),
}

/// Text whose white space stands, with a fence around it.
#[derive(Debug)]
struct Code {
    within: Within,
    language: String,
    text: String,
}

#[derive(Debug, Default)]
struct Renderer {
    layout: Layout,
    plain: bool,
    unread: Option<Within>,
    verbatim: Option<Within>,
    code: Option<Code>,
    containers: Vec<Container>,
    table: Table,
}

impl Renderer {
    fn render(mut self, html: &str) -> String {
        for token in tokens(html) {
            match token {
                Token::StartTag(tag) => self.start(&tag),
                Token::EndTag(tag) => self.end(&tag.name),
                Token::String(text) => self.text(&string(&text)),
                Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
            }
        }
        self.end_code();
        self.layout.finish()
    }

    fn text(&mut self, text: &str) {
        if self.unread.is_some() {
            return;
        }
        // A parser drops NUL where it stands as it is.
        for text in text.split('\0') {
            match &mut self.code {
                Some(code) => code.text.push_str(text),
                None if self.verbatim.is_some() => self.layout.verbatim(text),
                None => self.layout.text(text),
            }
        }
    }

    fn start(&mut self, tag: &Tag) {
        if let Some(unread) = &mut self.unread {
            unread.start(&tag.name);
        } else if is_nul(tag) {
            self.text_of_nul();
            self.unread = Some(Within::new(tag));
        } else if is_unread(&tag.name) {
            self.unread =
                (!tag.self_closing || tag.name.as_slice() != b"svg").then(|| Within::new(tag));
        } else if let Some(code) = &mut self.code {
            code.within.start(&tag.name);
            match tag.name.as_slice() {
                b"br" => code.text.push('\n'),
                b"code" if code.language.is_empty() => code.language = language(tag),
                _ => {}
            }
        } else {
            self.open(tag);
        }
    }

    fn text_of_nul(&mut self) {
        match &mut self.code {
            Some(code) => code.text.push('\0'),
            None => self.layout.verbatim("\0"),
        }
    }

    fn open(&mut self, tag: &Tag) {
        // A paragraph need not have an end tag.
        let ends = |it: &mut Within| it.is("p") && breaks(&tag.name) > 0;
        self.verbatim.take_if(ends);
        if let Some(verbatim) = &mut self.verbatim {
            verbatim.start(&tag.name);
        }
        let style = attribute(tag, "style").map_or_else(Style::default, |it| Style::parse(&it));
        match breaks(&tag.name) {
            0 => {}
            _ if style.tight => self.layout.tight_block(),
            _ if self.is_nested_list(&tag.name) => self.layout.block(1),
            breaks => self.layout.block(breaks),
        }
        if style.verbatim && !self.plain && self.verbatim.is_none() {
            self.verbatim = Some(Within::new(tag));
        }
        if let Some(kind) = Kind::of(&tag.name).filter(|_| !self.plain || tag.name[..] == *b"a") {
            self.open_mark(kind, tag);
            return;
        }
        match tag.name.as_slice() {
            b"br" if self.verbatim.is_some() => self.layout.verbatim("\n"),
            b"br" => self.layout.line_break(),
            b"hr" if !self.plain => {
                self.layout.text("---");
                self.layout.block(2);
            }
            b"img" => self.layout.text(&attribute(tag, "alt").unwrap_or_default()),
            b"q" => self.layout.text("“"),
            b"pre" | b"listing" if !self.plain => {
                self.code = Some(Code {
                    within: Within::new(tag),
                    language: language(tag),
                    text: String::new(),
                });
            }
            b"td" | b"th" if self.plain => self.layout.block(1),
            _ if self.plain => {}
            b"table" => self.table = Table::default(),
            b"tr" => self.table.begin_row(&mut self.layout),
            b"td" | b"th" => self
                .table
                .begin_cell(tag.name[..] == *b"th", &mut self.layout),
            _ => self.open_container(tag),
        }
    }

    fn open_mark(&mut self, kind: Kind, tag: &Tag) {
        if kind == Kind::Link {
            self.layout.close(kind);
        }
        let address = match kind {
            // A question shows no addresses, but a sign that leads to itself is to vanish.
            Kind::Link => attribute(tag, "href")
                .filter(|address| !self.plain || address.starts_with('#'))
                .unwrap_or_default(),
            _ => "".into(),
        };
        self.layout.marks.open(kind, address.trim().to_owned());
    }

    fn open_container(&mut self, tag: &Tag) {
        let number = |name| attribute(tag, name).and_then(|value| value.trim().parse().ok());
        let container = match tag.name.as_slice() {
            b"ul" | b"menu" | b"dir" => Container::List(None),
            b"ol" => Container::List(Some(number("start").unwrap_or(1))),
            b"blockquote" => Container::Quote(self.layout.indent("> ", "> ")),
            b"li" => {
                self.end_item();
                let mut bullet = "- ".to_owned();
                if let Some(Container::List(Some(next))) = self.containers.last_mut() {
                    let this = number("value").unwrap_or(*next);
                    *next = this.saturating_add(1);
                    bullet = format!("{this}. ");
                }
                let rest = " ".repeat(bullet.len());
                Container::Item(self.layout.indent(&bullet, &rest))
            }
            _ => return,
        };
        self.containers.push(container);
    }

    /// An item ends where the next one begins, when nothing else has ended it.
    fn end_item(&mut self) {
        if let Some(&Container::Item(outside)) = self.containers.last() {
            self.containers.pop();
            self.layout.outdent(outside);
        }
    }

    fn is_nested_list(&self, name: &HtmlString) -> bool {
        matches!(name.as_slice(), b"ul" | b"ol" | b"menu")
            && matches!(self.containers.last(), Some(Container::Item(_)))
    }

    fn end(&mut self, name: &HtmlString) {
        if let Some(unread) = &mut self.unread {
            if unread.end(name) {
                self.unread = None;
            }
            return;
        }
        if let Some(code) = &mut self.code {
            if code.within.end(name) {
                self.end_code();
                self.layout.block(2);
            }
            return;
        }
        if self.verbatim.as_mut().is_some_and(|it| it.end(name)) {
            self.verbatim = None;
        }
        if let Some(kind) = Kind::of(name).filter(|kind| !self.plain || *kind == Kind::Link) {
            self.layout.close(kind);
        }
        self.close_container(name);
        match breaks(name) {
            0 => {}
            _ if self.is_nested_list(name) => self.layout.block(1),
            breaks => self.layout.block(breaks),
        }
        match name.as_slice() {
            b"q" => self.layout.text("”"),
            b"br" => self.layout.line_break(),
            b"tr" | b"table" if !self.plain => self.table.end_row(&mut self.layout),
            _ => {}
        }
    }

    fn close_container(&mut self, name: &HtmlString) {
        let outside = match (name.as_slice(), self.containers.last()) {
            (b"ul" | b"ol" | b"menu" | b"dir", Some(Container::Item(_))) => {
                self.end_item();
                if let Some(Container::List(_)) = self.containers.last() {
                    self.containers.pop();
                }
                return;
            }
            (b"ul" | b"ol" | b"menu" | b"dir", Some(Container::List(_))) => None,
            (b"li", Some(&Container::Item(outside)))
            | (b"blockquote", Some(&Container::Quote(outside))) => Some(outside),
            _ => return,
        };
        self.containers.pop();
        if let Some(outside) = outside {
            self.layout.outdent(outside);
        }
    }

    fn end_code(&mut self) {
        let Some(code) = self.code.take() else {
            return;
        };
        let text = code.text.strip_prefix('\n').unwrap_or(&code.text);
        let text = text.strip_suffix('\n').unwrap_or(text);
        if text.trim().is_empty() {
            return;
        }
        let fence = "`".repeat(longest_run(text).max(2) + 1);
        let language = code.language;
        self.layout
            .unmarked(&format!("{fence}{language}\n{text}\n{fence}"));
    }
}

/// The language of code, by the class that says it.
fn language(tag: &Tag) -> String {
    let class = attribute(tag, "class").unwrap_or_default();
    class
        .split_ascii_whitespace()
        .find_map(|class| class.strip_prefix("language-"))
        .filter(|language| !language.contains('`'))
        .unwrap_or_default()
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_becomes_text_that_reads_well() {
        for (html, text) in [
            ("", ""),
            ("  just \n text ", "just text"),
            ("<p>One</p><p>Two</p>", "One\n\nTwo"),
            ("<P>One<p>Two", "One\n\nTwo"),
            ("a<br>b<br/><br>c", "a\nb\n\nc"),
            ("<div>a</div><div>b</div>", "a\nb"),
            ("a <b> bold </b>, <i>it</i>alic", "a **bold** , *it*alic"),
            ("<b><i>a</b>b</i>", "***a****b*"),
            ("<b></b><strong> </strong>x", "x"),
            ("<b><p>a</p><p>b</p></b>", "**a**\n\n**b**"),
            ("<h3>Head</h3>text", "**Head**\n\ntext"),
            (
                "<ul><li>a<li>b<ul><li>c</ul><li>d</ul>e",
                "- a\n- b\n  - c\n- d\n\ne",
            ),
            (
                "<ol start=9><li>a</li><li>b<p>c</ol>",
                "9. a\n10. b\n\n    c",
            ),
            ("<ul><li><p>a</p></li><li><p>b</p></li></ul>", "- a\n\n- b"),
            ("<ul><li></li><li>a</li></ul>", "- a"),
            (
                "<blockquote><p>a</p><p>b</p></blockquote>c",
                "> a\n>\n> b\n\nc",
            ),
            ("x <code>a  b</code>", "x `a b`"),
            ("<code>a`b</code>", "``a`b``"),
            ("<code><b>a</b></code>", "`a`"),
            ("<pre>\n a\n\n  b\n</pre>c", "```\n a\n\n  b\n```\n\nc"),
            (
                "<pre><code class='x language-sh'>a</code></pre>",
                "```sh\na\n```",
            ),
            ("<li><pre>a\nb</pre>", "- ```\n  a\n  b\n  ```"),
            ("<a href=' https://a.de/ '>b</a>", "[b](https://a.de/)"),
            ("<a href=https://a.de>https://a.de</a>", "https://a.de"),
            ("<a href=mailto:a@b.de>a@b.de</a>", "a@b.de"),
            (
                "<a href='JavaScript:x()'>b</a> <a>c</a> <a href>d</a>",
                "b c d",
            ),
            ("<a href=x>a<a href=y>b</a>c", "[a](x)[b](y)c"),
            ("<a href='a b'>c</a>", "[c](<a b>)"),
            ("Why?<a href=#why>¶</a> So", "Why? So"),
            ("<a href=x><b></b></a>y", "y"),
            (
                "a<script>b<c</script><style>d</style><!-- e --><template>f<p>g</template>h",
                "ah",
            ),
            ("<svg><path/><text>a</text></svg>b<svg/>c", "bc"),
            ("<img src=x alt='a b'>", "a b"),
            ("&amp;lt; &nbsp;&eacute;&#x27;&#0;", "&lt; \u{a0}é'\u{fffd}"),
            (
                "<table><tr><td>a<td>b<p>c<tr><td><td>d</table>e",
                "a | b c\n | d\n\ne",
            ),
            (
                "<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></table>",
                "| a | b |\n| --- | --- |\n| 1 | 2 |",
            ),
            ("<dl><dt>a<dd>b</dl>", "a\nb"),
            ("a<hr>b", "a\n\n---\n\nb"),
            ("<q>a</q>", "“a”"),
            (
                "<p style='color:red; White-Space : pre-wrap'> a\n b</p>c",
                " a\n b\n\nc",
            ),
            ("<p style=white-space:pre> a\n<p>b\nc", " a\n\n\nb c"),
            ("</p></div></li></ul></b></table></tr>a", "a"),
            ("a<b", "a"),
            ("a < b & c", "a < b & c"),
        ] {
            assert_eq!(to_text(html), text, "{html}");
        }
    }

    #[test]
    fn a_question_is_one_line_without_marks() {
        for (html, text) in [
            ("<h3><b>Why</b> <code>x</code>?</h3>", "Why x?"),
            ("Why<br>not?<a href=#a>#</a>", "Why not?"),
            ("<a href=/a>Why</a>?<ul><li>a<li>b</ul><hr>", "Why? a b"),
            ("<table><tr><td>Why?<td>Q</table>", "Why? Q"),
            ("<pre>a\n b</pre>", "a b"),
        ] {
            assert_eq!(to_line(html), text, "{html}");
        }
    }

    #[test]
    fn what_is_nested_too_deep_for_anybody_is_read_flat() {
        for name in [
            "div",
            "ul",
            "ul><li",
            "blockquote",
            "b",
            "a href=x",
            "pre",
            "table><tr><td",
            "svg",
            "p",
            "q",
        ] {
            let html = format!("{}x", format!("<{name}>").repeat(100_000));
            let text = to_text(&html);
            assert!(text.len() < 2 * html.len(), "{name}: {}", text.len());
        }
    }
}
