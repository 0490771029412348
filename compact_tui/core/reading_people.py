"""Names as people write them on a wall, made comparable: titles, order, initials and posts."""

import re

from msgspec import Struct

from compact_tui.core.reading_words import folded


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_HE, _SHE = frozenset({"mr", "sir", "lord", "father", "fr"}), frozenset({"mrs", "ms", "miss", "lady", "dame", "sister"})
_TITLES = _HE | _SHE | {"dr", "mx", "prof", "professor", "rev", "revd", "reverend", "canon", "cllr", "pc"}
_POSTS = _set(
    """
    lead leads dsl ddsl dsls designated safeguarding officer deputy deputies dep head headteacher headmaster
    headmistress teacher principal manager owner chair chairman chairwoman chairperson governor governors trustee
    trustees committee member proprietor leader senior assistant director secretary first aider aiders aid room staff
    team office person nominated named welfare protection ceo business class coordinator sendco senco inclusion
    """
)
_FILLERS = _set(
    """
    a an and are as at be by call called contact for from get here his her him he her is it its in me my name names
    named no not number of on or our out over photo photograph picture poster says said see shows shown speak still
    tel telephone tell text that the their them there they this to up us was we whose who with you your mobile phone
    ext extension email mail ring call old new same correct right wrong ok yes day days night nights hours hour weekends
    weekend evening evenings mash lado nspcc childline social care childrens mobile edition part one version
    last next check checked until since dated none nothing blank empty
    expire expires expired expiry end ends due valid review reviewed updated
    """
)
_JOINTS = re.compile(r"(?i)[,;/&|\n]|\band\b|\bor\b|\s[-\u2013]\s|\bthen\b")
_HEAD = re.compile(r"(?i)\bhead[ -]?teacher")
_WORD = re.compile(r"[^\W\d_][\w'\u2019]*\.?")


class Person(Struct, frozen=True):
    """Somebody as a text names them."""

    words: tuple[str, ...]
    """The words of the name, folded; a single letter is an initial."""
    posts: frozenset[str]
    """Words of a post, such as ``head teacher``."""
    title: str
    """``he`` or ``she`` by the title; empty where there is none that says so."""
    written: str
    """The name as it stands there."""
    whole: str
    """The part of the text it stands in."""


def people_in(text: str, known: frozenset[str] = frozenset()) -> tuple[Person, ...]:
    """Those whom a text names, one for each part between commas, strokes and ``and``.

    Args:
        text: What somebody wrote.
        known: Words that are names here, though elsewhere they are plain words, such as ``day``.
    """
    found = (_person(part, known) for part in _JOINTS.split(text))
    return tuple(person for person in found if person.words or person.posts)


def turned(people: tuple[Person, ...]) -> tuple[Person, ...]:
    """Two that stand side by side with one word each, as the one person they are in ``Park, Jo``."""
    pairs = [
        (one, two)
        for one, two in zip(people, people[1:], strict=False)
        if len(one.words) == len(two.words) == 1 and not one.posts
    ]
    return tuple(
        Person((*two.words, *one.words), two.posts, one.title or two.title, f"{one.written}, {two.written}", two.whole)
        for one, two in pairs
    )


def _person(part: str, known: frozenset[str]) -> Person:
    words: list[str] = []
    shown: list[str] = []
    posts: set[str] = set()
    title = ""
    for match in _WORD.finditer(_HEAD.sub("headteacher", part).replace("-", " ")):
        word = folded(match.group().rstrip("."))
        if word in _TITLES:
            title = "he" if word in _HE else "she" if word in _SHE else title
        elif word in _POSTS:
            posts.add(word)
        elif word not in _FILLERS or word in known or _is_name(match.group(), after=bool(words)):
            words.append(word)
            shown.append(match.group() if _is_initial(match.group()) else match.group().rstrip("."))
    written = " ".join(shown)
    written = written.title() if written.islower() else written
    return Person(tuple(words), frozenset(posts), title, written, part.strip())


def _is_name(word: str, *, after: bool) -> bool:
    """Whether a plain word is a name where it stands: an initial, or with one capital behind another name."""
    return _is_initial(word) or (after and word[0].isupper() and not word.isupper())


def _is_initial(word: str) -> bool:
    return word.endswith(".") and len(word) == 2 and word[0].isupper()


def same(read: Person, known: Person) -> bool | None:
    """Whether the name that was read is that of somebody known; ``None`` where it cannot be told."""
    short, long = sorted((read.words, known.words), key=len)
    if not short or short == ("".join(word[0] for word in long),):
        return None
    if not _fits(short, long):
        return None if _pet_name(read.words, known.words) else False
    in_full = any(word in long for word in short if len(word) > 1)
    more_than_a_name = len(read.words) > len(known.words) + 1
    titles = {read.title, known.title} - {""}
    unlike = len(titles) > 1 and len(short) == 1
    return None if not in_full or more_than_a_name or unlike else True


def _fits(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether each word of the shorter name is a word of the longer one, or its initial."""
    left = list(long)
    for word in sorted(short, key=len, reverse=True):
        hit = next((other for other in left if other == word), None)
        hit = hit or next((other for other in left if 1 in (len(word), len(other)) and other[0] == word[0]), None)
        if hit is None:
            return False
        left.remove(hit)
    return True


def _pet_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether the last names agree and one first name begins like the other, as Jo and Joanna do."""
    if len(one) < 2 or len(other) < 2 or one[-1] != other[-1]:
        return False
    return one[0].startswith(other[0]) or other[0].startswith(one[0])
