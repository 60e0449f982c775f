//! HTML and the text that becomes of it.

use super::{to_line, to_text};

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
