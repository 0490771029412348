"""Reading a page's HTML as a strict reader would, with the standard library alone."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "link", "br", "hr", "img", "input", "wbr"}


@dataclass
class Element:
    """A start tag as it was read."""

    tag: str
    attributes: dict[str, str]
    path: tuple[str, ...]


@dataclass
class Page(HTMLParser):
    """A page that was read: its elements, its text, and what is wrong with its nesting."""

    elements: list[Element] = field(default_factory=list)
    texts: list[tuple[tuple[str, ...], str]] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    stack: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, {name: value or "" for name, value in attrs}, tuple(self.stack)))
        if tag not in VOID:
            self.stack.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.stack or self.stack[-1] != tag:
            self.wrong.append(f"</{tag}> in {self.stack}")
            return
        self.stack.pop()

    def handle_data(self, data: str) -> None:
        self.texts.append((tuple(self.stack), data))

    def all(self, *tags: str) -> list[Element]:
        """The elements with one of these tags, in order."""
        return [element for element in self.elements if element.tag in tags]

    @property
    def text(self) -> str:
        """What a reader sees."""
        return "".join(text for path, text in self.texts if "style" not in path and "head" not in path)


def read_page(data: bytes) -> Page:
    """Read a page."""
    page = Page()
    page.feed(data.decode("utf-8"))
    page.close()
    return page


def text_of_html(data: bytes) -> str:
    """What a reader of a page sees."""
    return read_page(data).text
