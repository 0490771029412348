"""The pages of the folder: one text, as HTML and as plain text."""

import html
import textwrap
from collections.abc import Iterator, Mapping
from importlib import resources
from string import Template

_WIDTH = 100
_STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;"
    "background:#fff}h1{font-size:1.6rem}h2{font-size:1.15rem;margin-top:1.8rem}li{margin:.3rem 0}"
    "@media print{body{margin:0;max-width:none;font-size:11pt}h2{break-after:avoid}}"
)


def template(name: str) -> str:
    """A file of the folder of templates, as it stands there."""
    return resources.files("bundling").joinpath("templates", name).read_text("utf-8")


def filled(name: str, words: Mapping[str, str]) -> str:
    """A template with its words put in.

    Raises:
        KeyError: If it asks for a word that is not among them.
    """
    return Template(template(name)).substitute(words)


def as_text(source: str) -> str:
    """A page as plain text: headings underlined, lines wrapped."""
    out: list[str] = []
    for kind, line in _lines(source):
        if kind == "heading":
            out += ["", line, "-" * len(line)]
        elif kind == "item":
            out += textwrap.wrap(line, _WIDTH, initial_indent="- ", subsequent_indent="  ", break_on_hyphens=False)
        else:
            out += [*textwrap.wrap(line, _WIDTH, break_on_hyphens=False)]
    return "\n".join(out).lstrip("\n") + "\n"


def as_html(source: str) -> str:
    """A page as one HTML file that fetches nothing and runs nothing."""
    lines = list(_lines(source))
    title = lines[0][1]
    body: list[str] = []
    before = ""
    for number, (kind, line) in enumerate(lines):
        if before == "item" and kind != "item":
            body.append("</ul>")
        if kind == "item" and before != "item":
            body.append("<ul>")
        tag = {"item": "li", "text": "p", "heading": "h2" if number else "h1"}[kind]
        body.append(f"<{tag}>{html.escape(line)}</{tag}>")
        before = kind
    if before == "item":
        body.append("</ul>")
    return "\n".join(
        (
            '<!doctype html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width">',
            f"<title>{html.escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>",
            *body,
            "</body>\n</html>\n",
        )
    )


def _lines(source: str) -> Iterator[tuple[str, str]]:
    for line in source.splitlines():
        if line.startswith("# "):
            yield "heading", line[2:]
        elif line.startswith("- "):
            yield "item", line[2:]
        elif line.strip():
            yield "text", line.strip()
