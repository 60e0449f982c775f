"""Cost against the number of entries as a picture."""

import math
from html import escape

from report import NAMES, milliseconds, short

WIDTH, HEIGHT = 820, 500
LEFT, RIGHT, TOP, BOTTOM = 70, 190, 44, 56

# A colour for light pages, one for dark ones, and dashes.
LINES = {
    "faq": ("#0969da", "#58a6ff", ""),
    "faq-no-cache": ("#0969da", "#58a6ff", "6 4"),
    "tantivy": ("#116329", "#3fb950", ""),
    "tantivy-fuzzy": ("#116329", "#3fb950", "6 4"),
    "fts5": ("#9a6700", "#d29922", ""),
    "ripgrep": ("#8250df", "#bc8cff", ""),
    "fzf": ("#1b7c83", "#39c5cf", ""),
    "strsim": ("#cf222e", "#ff7b72", ""),
    "empty": ("#6e7781", "#8b949e", "2 3"),
}


def points(found, name):
    """Entries and milliseconds of a contender."""
    sizes = found["sizes"].items()
    return [(int(size), each["times"][name]["mean"] * 1000) for size, each in sizes if name in each["times"]]


def labels_apart(wanted, least=15):
    """Heights near those wanted, none nearer to another than `least`, in the same order."""
    order = sorted(wanted, key=wanted.get)
    placed = {}
    for name in order:
        placed[name] = max(wanted[name], max(placed.values(), default=-math.inf) + least)
    # What went past the bottom moves up again.
    limit = HEIGHT - BOTTOM + 4
    for name in reversed(order):
        placed[name] = min(placed[name], limit)
        limit = placed[name] - least
    return placed


def draw(found):
    lines = {name: points(found, name) for name in LINES}
    lines = {name: each for name, each in lines.items() if each}
    every = [point for each in lines.values() for point in each]
    sizes = sorted({size for size, _ in every})
    low = 10 ** math.floor(math.log10(min(cost for _, cost in every)))
    high = 10 ** math.ceil(math.log10(max(cost for _, cost in every)))

    def across(size):
        span = math.log(sizes[-1] / sizes[0]) or 1
        return LEFT + (WIDTH - LEFT - RIGHT) * math.log(size / sizes[0]) / span

    def up(cost):
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * math.log(cost / low) / math.log(high / low)

    def css(theme):
        back, text, edge = [("#ffffff", "#1f2328", "#d0d7de"), ("#0d1117", "#e6edf3", "#30363d")][theme]
        colours = "".join(f".{name}{{--c:{colours[theme]}}}" for name, colours in LINES.items() if name in lines)
        return f"svg{{--back:{back};--text:{text};--edge:{edge}}}{colours}"

    title = "Milliseconds of one question, against the number of entries"
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" role="img">',
        f"<title>{title}</title>",
        "<style>text{font:13px system-ui,-apple-system,'Segoe UI','DejaVu Sans',sans-serif;fill:var(--text)}.head{font-weight:bold}"
        ".grid{stroke:var(--edge)}.line{fill:none;stroke:var(--c);stroke-width:2}.dot,.name{fill:var(--c)}.thick{stroke-width:3.5}.end{stroke:var(--c);opacity:.5}"
        f"{css(0)}@media(prefers-color-scheme:dark){{{css(1)}}}</style>",
        f'<rect x=".5" y=".5" width="{WIDTH - 1}" height="{HEIGHT - 1}" rx="8" style="fill:var(--back);stroke:var(--edge)"/>',
        f'<text x="{LEFT}" y="27" class="head">{title}</text>',
    ]
    cost = low
    while cost <= high:
        y = up(cost)
        out.append(f'<path class="grid" d="M{LEFT} {y:.1f}H{WIDTH - RIGHT}"/>')
        out.append(f'<text x="{LEFT - 10}" y="{y + 4:.1f}" text-anchor="end">{milliseconds(cost / 1000)}</text>')
        cost *= 10
    for size in sizes:
        x = across(size)
        out.append(f'<path class="grid" d="M{x:.1f} {TOP}V{HEIGHT - BOTTOM}"/>')
        out.append(f'<text x="{x:.1f}" y="{HEIGHT - BOTTOM + 20}" text-anchor="middle">{short(size)}</text>')
    out.append(f'<text x="{(LEFT + WIDTH - RIGHT) / 2}" y="{HEIGHT - 14}" text-anchor="middle">entries</text>')
    heights = labels_apart({name: up(each[-1][1]) + 4 for name, each in lines.items()})
    for name, each in lines.items():
        thick = " thick" if name == "faq" else ""
        dashes = f' stroke-dasharray="{LINES[name][2]}"' if LINES[name][2] else ""
        path = "L".join(f"{across(size):.1f} {up(cost):.1f}" for size, cost in each)
        out.append(f'<g class="{name}"><path class="line{thick}"{dashes} d="M{path}"/>')
        out += [f'<circle class="dot" cx="{across(size):.1f}" cy="{up(cost):.1f}" r="3"/>' for size, cost in each]
        x, y = across(each[-1][0]), up(each[-1][1])
        out.append(f'<path class="end" d="M{x + 5:.1f} {y:.1f}L{WIDTH - RIGHT + 22} {heights[name] - 4:.1f}"/>')
        label = escape(NAMES[name].replace("`", ""), quote=False)
        out.append(f'<text class="name" x="{WIDTH - RIGHT + 26}" y="{heights[name]:.1f}">{label}</text></g>')
    return "\n".join(out) + "\n</svg>\n"
