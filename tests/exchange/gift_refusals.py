"""Questions in GIFT that a bank has not or that are broken, and those that are taken with a word of warning."""

from typing import NamedTuple

RLO = "\u202e"


class Refusal(NamedTuple):
    """A file whose question is refused, and the line and words that say so."""

    name: str
    text: str
    line: int
    what: str


REFUSED = (
    Refusal("matching", "Match. {=a -> b =c -> d =e -> f}", 1, "a matching question"),
    Refusal("a number", "\n\nHow many? {#3}", 3, "a numerical question"),
    Refusal("a number with tolerance", "How many? {#3:0.5}", 1, "a numerical question"),
    Refusal("a range of numbers", "How many? {#1..5}", 1, "a numerical question"),
    Refusal("several numbers", "How many? {#\n=3:0\n=%50%3:2\n}", 1, "a numerical question"),
    Refusal("an essay", "Say why. {}", 1, "an essay question"),
    Refusal("an essay with feedback", "Say why. {####Because.}", 1, "an essay question"),
    Refusal("short answers", "Who? {=a =b}", 1, "a short answer question"),
    Refusal("one short answer", "Who? {=a}", 1, "a short answer question"),
    Refusal("a short answer without sign", "Two and two? {four}", 1, "a short answer question"),
    Refusal("short answers with weights", "Who? {=%100%a =%50%b#Nearly}", 1, "a short answer question"),
    Refusal("a description", "// c\nYou may use a pencil.", 2, "a description"),
    Refusal("a description with a title", "::T::You may use a pencil.", 1, "a description"),
    Refusal("no end of the answers", "Dry? {\n=Rack\n~Lap", 1, "have no end"),
    Refusal("no beginning of the answers", "Dry?\n=Rack ~Lap}", 2, "closes what was not opened"),
    Refusal("a second end", "Dry? {=Rack ~Lap}\n}", 2, "closes what was not opened"),
    Refusal("braces within", "Dry? {=Rack\n~{Lap}}", 2, "a brace { within the answers"),
    Refusal("answers in two places", "A {=b ~c} and\n{=d ~e}.", 2, "answers in two places"),
    Refusal("2,000 braces deep", "Dry? " + "{" * 2000 + "=a" + "}" * 2000, 1, "a brace { within the answers"),
    Refusal("2,000 braces without end", "Dry? " + "{" * 2000, 1, "have no end"),
    Refusal("a title without end", "::Title\nDry? {=Rack ~Lap}", 1, "title has no end"),
    Refusal("an empty answer", "Dry? {=Rack\n~\n~Lap}", 2, "An answer has no words"),
    Refusal("an empty right answer", "Dry? {= ~Lap}", 1, "An answer has no words"),
    Refusal("feedback without answer", "Dry? {=Rack ~#No}", 1, "An answer has no words"),
    Refusal("nothing right", "Dry? {~Rack ~Lap}", 1, "None of the answers is right"),
    Refusal("weights of nothing", "Dry? {~%0%Rack ~%-50%Lap}", 1, "None of the answers is right"),
    Refusal("words before the answers", "Dry? {maybe =Rack ~Lap}", 1, "words before the first answer"),
    Refusal("501 answers", "Dry? {=a\n" + "~b" * 500 + "}", 1, "has 501 answers; at most 500"),
    Refusal("no words", "::T:: {=Rack ~Lap}", 1, "The question has no words"),
    Refusal("NUL", "Dry?\nor \x00wet? {=Rack ~Lap}", 2, "cannot be seen (U+0000)"),
    Refusal("an escape code", "Dry? {=\x1b[31mRack ~Lap}", 1, "cannot be seen (U+001B)"),
    Refusal("words turned round", f"Dry? {{=Rack\n~{RLO}paL}}", 2, "cannot be seen (U+202E)"),
    Refusal("a line of 10 MB", "x" * 10_000_000 + "{=Rack ~Lap}", 1, "has 10,000,012 characters"),
    Refusal("too large a file", "x\n" * 10_000_001, 1, "The file has 20,000,002 characters"),
)


class Warned(NamedTuple):
    """A file whose question is taken, and what is said of it."""

    name: str
    text: str
    line: int
    what: str


WARNED = (
    Warned("weights short of 100", "\nDry? {~%40%a ~%40%b ~c}", 2, "make 80 % and not 100"),
    Warned("weights beyond 100", "Dry? {~%100%a ~%100%b ~c}", 1, "make 200 % and not 100"),
    Warned("uneven weights", "Dry? {~%75%a ~%25%b ~c}", 1, "different weights"),
    Warned("a half right answer", "Dry? {=a ~%50%b ~c}", 1, "no half right answers: 1 partial weight"),
    Warned("a picture", '[html]<p>Dry? <img src\\="a.png"> <b>Now</b></p> {=a ~b}', 1, "left out: <b> and <img>"),
    Warned("a broken note", "// compact: {\nDry? {=a ~b}", 1, "note beside the question is damaged"),
    Warned(
        "a note of another shape", '// compact: {"option": [1]}\nDry? {=a ~b}', 1, "note beside the question is damaged"
    ),
    Warned(
        "a note with a wrong value", '// compact: {"fact": 3}\nDry? {=a ~b}', 1, "note beside the question is damaged"
    ),
    Warned(
        "a note on an answer that went",
        '// compact: {"option": {"c": {"unsafe": true}}}\nDry? {=a ~b}',
        1,
        "fits none that stand here",
    ),
    Warned("a broken note on the bank", "// compact: nothing\n\nDry? {=a ~b}", 1, "note on the bank is damaged"),
)
