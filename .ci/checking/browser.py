"""A page looked at by axe-core in a browser: who cannot see, point or tell colours apart must be able to use it."""

import json
import re
import subprocess
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
_PLACE = "axe-results"
_RUN = """
axe.run(document, {resultTypes: ["violations"]}).then(
  found => found.violations.flatMap(one => one.nodes.map(node => [one.id, one.help, node.html])),
  failed => [["failed", String(failed), ""]],
).then(said => {
  const place = document.createElement("pre");
  place.id = "%s";
  place.textContent = JSON.stringify(said);
  document.documentElement.append(place);
});
"""
_WIDE, _TALL = 1024, 1400
_BUDGET = 20_000
"""Milliseconds of the browser's own clock that a page may take."""
_PATIENCE = 120
"""Seconds after which a browser is given up."""


class NotLookedAt(Exception):
    """The browser gave no result for a page; the text is a sentence."""


@dataclass(frozen=True)
class Violation:
    """A rule that a page breaks."""

    rule: str
    help: str
    html: str
    """The element."""

    @property
    def said(self) -> str:
        """In a line."""
        return f"{self.rule}: {self.help}: {' '.join(self.html.split())[:160]}"


def with_axe(page: str, axe: str) -> str:
    """A copy of a page that lets axe-core run in it and writes what it found at its end."""
    scripts = f"<script>{axe}</script><script>{_RUN % _PLACE}</script>"
    head, body, rest = _POLICY.sub("", page, count=1).rpartition("</body>")
    return f"{head}{scripts}{body}{rest}"


def violations(dom: str) -> tuple[Violation, ...]:
    """What axe-core wrote into a page.

    Raises:
        NotLookedAt: If nothing is there, or it failed.
    """
    reader = _Reader()
    reader.feed(dom)
    if not reader.said:
        raise NotLookedAt("The browser came to no result.")
    found = tuple(Violation(*one) for one in json.loads(reader.said))
    failed = [one.help for one in found if one.rule == "failed"]
    if failed:
        raise NotLookedAt(f"axe-core failed: {failed[0]}")
    return found


class _Reader(HTMLParser):
    """Finds the text of the place where the results are."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said = ""
        self.inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notice the place."""
        self.inside = self.inside or ("id", _PLACE) in attrs

    def handle_endtag(self, tag: str) -> None:
        """Notice its end."""
        self.inside = self.inside and tag != "pre"

    def handle_data(self, data: str) -> None:
        """Keep what stands in it."""
        if self.inside:
            self.said += data


def look(browser: str, axe: str, page: Path, work: Path) -> tuple[Violation, ...]:
    """Have a page looked at; the copy is made in a folder for passing things.

    Raises:
        NotLookedAt: If there is no result.
    """
    copy = work / "looked-at.html"
    copy.write_text(with_axe(page.read_text("utf-8"), Path(axe).read_text("utf-8")), "utf-8")
    argv = [
        browser, "--headless=new", "--no-sandbox", "--disable-gpu", f"--user-data-dir={work / 'browser'}",
        f"--window-size={_WIDE},{_TALL}", f"--virtual-time-budget={_BUDGET}", "--dump-dom", copy.as_uri(),
    ]  # fmt: skip
    try:
        ended = subprocess.run(argv, capture_output=True, encoding="utf-8", timeout=_PATIENCE)
    except subprocess.TimeoutExpired:
        raise NotLookedAt(f"The browser came to no end in {_PATIENCE} seconds.") from None
    return violations(ended.stdout)
