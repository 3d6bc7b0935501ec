"""The Markdown of the manual: what our pages use, everything else as it is."""

from __future__ import annotations

import pytest

from flux_desktop.ui.manual.markdown import Block, blocks_of, html_of, plain

PAGE = """One line
and its second half.

## A title {#a-title}
Right below it.

- first
  and more of it
- second

1. one
2. two

| Key | What |
| --- | --- |
| `a` | b |

```
code

## no title
```

![A picture](edit.png)
"""


def fill(kind: str, name: str) -> str:
    return f"<{kind} {name}>"


def test_the_parts_of_a_page() -> None:
    assert blocks_of(PAGE) == [
        Block("p", ("One line and its second half.",)),
        Block("h2", ("A title",), "a-title"),
        Block("p", ("Right below it.",)),
        Block("ul", ("first and more of it", "second")),
        Block("ol", ("one", "two")),
        Block("table", ("| Key | What |", "| `a` | b |")),
        Block("pre", ("code", "", "## no title")),
        Block("img", ("A picture",), "edit.png"),
    ]


def test_a_heading_without_an_anchor_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="no anchor"):
        blocks_of("## A title")


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("a **b** *c* `d`", "<p>a <b>b</b> <i>c</i> <code>d</code></p>"),
        ("[x](money.md#cost)", '<p><a href="money.md#cost">x</a></p>'),
        ("**bold [x](a.md)**", '<p><b>bold <a href="a.md">x</a></b></p>'),
        ("press {key:run}", '<p>press <span class="key">&lt;key run&gt;</span></p>'),
        ("<img src=x> & `<b>`", "<p>&lt;img src=x&gt; &amp; <code>&lt;b&gt;</code></p>"),
        ("## T {#t}", '<h2><a name="t"></a>T</h2>'),
        ("- *{setting:wheel}*", '<ul><li><i><span class="setting">&lt;setting wheel&gt;</span></i></li></ul>'),
    ],
)
def test_html_of_our_own_markup_and_nothing_else(text: str, html: str) -> None:
    assert html_of(blocks_of(text), fill) == html


def test_the_first_row_of_a_table_is_its_heading() -> None:
    html = html_of(blocks_of("| A | B |\n| --- | --- |\n| c | {key:d} |"), fill)
    assert "<tr><th>A</th><th>B</th></tr><tr><td>c</td><td>" in html


def test_what_is_filled_in_is_no_markup() -> None:
    assert html_of(blocks_of("{key:x}"), lambda kind, name: "*|`") == '<p><span class="key">*|`</span></p>'


def test_plain_text_is_what_one_reads() -> None:
    assert plain("a **b {key:x}** [*c*](d.md) `e`", fill) == "a b <key x> c e"
