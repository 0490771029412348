"""The city register: what agencies audited, found and plan, and what staff know by the areas' spot checks."""

from collections.abc import Iterator

from compact_tui.core.agency_audit import STATUSES
from compact_tui.core.agency_return import AgencyReturn
from compact_tui.core.collect_views import CityAudit, CityTopic, CityView
from compact_tui.core.days import say_short
from compact_tui.core.spot import LEVELS
from compact_tui.core.spot_counts import by_topic
from compact_tui.core.text import count
from compact_tui.exchange.agency_json import read_agency
from compact_tui.exchange.documents import AGENCY, COUNTS
from compact_tui.exchange.spot_counts_json import read_counts
from compact_tui.services.collect_index import ACCEPTED, open_index
from compact_tui.services.desk import Desk
from compact_tui.services.partnership_book import head_of
from compact_tui.storage.originals import original_path
from compact_tui.storage.reading import read_bytes


def city_register(desk: Desk) -> CityView:
    """What was sent in, the newest of each audit, and how many answers of each level each topic has.

    Raises:
        UsageError: If no partnership was started here.
        WorkspaceError: If a file that was kept cannot be read.
    """
    head = head_of(desk)
    newest: dict[tuple[str, str], AgencyReturn] = {}
    for data in _kept(desk, AGENCY):
        sent = read_agency(data).return_
        key = (sent.setting.id, sent.audit)
        if key not in newest or _later(sent, newest[key]):
            newest[key] = sent
    audits = tuple(
        _audit(sent)
        for sent in sorted(newest.values(), key=lambda one: (one.about.started_on, one.setting.name, one.id))
    )
    counted = by_topic(read_counts(data) for data in _kept(desk, COUNTS))
    topics = tuple(_topic(topic, levels, head.threshold) for topic, levels in counted)
    said = f"{count(len(audits), 'single-agency audit')}; answers of spot checks to {count(len(topics), 'topic')}."
    return CityView(audits=audits, topics=topics, sentence=said)


def _later(one: AgencyReturn, other: AgencyReturn) -> bool:
    if one.supersedes == other.id or other.supersedes == one.id:
        return one.supersedes == other.id
    return (one.made_on, one.id) > (other.made_on, other.id)


def _kept(desk: Desk, kind: str) -> Iterator[bytes]:
    with open_index(desk) as index:
        files = [row.sha256 for row in index.files(ACCEPTED, kind)]
    for sha256 in files:
        yield read_bytes(original_path(desk.workspace.originals_folder, sha256))[0]


def _audit(sent: AgencyReturn) -> CityAudit:
    about, found = sent.about, sent.found
    status = dict(STATUSES).get(about.status, about.status)
    still = sum(action.status == "open" for action in sent.actions)
    when = say_short(about.closed_on or about.started_on)
    told = f"{sent.setting.name}: {about.title}, {status}{f' {when}' if when else ''}; "
    told += f"{count(sent.cases_done, 'case')}, {count(len(sent.actions), 'action')} ({still} open)."
    return CityAudit(
        id=sent.id,
        setting=sent.setting.name,
        sector=sent.setting.sector,
        title=about.title,
        kind=about.kind,
        status=about.status,
        started_on=about.started_on,
        closed_on=about.closed_on,
        made_on=sent.made_on,
        cases=sent.cases_done,
        standards=tuple(standard.id for standard in sent.standards),
        works=found.works,
        does_not=found.does_not,
        training=found.training,
        actions=len(sent.actions),
        open_actions=still,
        sentence=told,
    )


def _topic(topic: str, levels: tuple[tuple[str, int], ...], threshold: int) -> CityTopic:
    """A topic; where few answers came in, only that there are few."""
    total = sum(said for _, said in levels)
    if total < threshold:
        return CityTopic(topic=topic, answers=0, levels=(), sentence=f"{topic}: fewer than {threshold} answers.")
    words = dict(LEVELS)
    told = ", ".join(f"{said} {words[level]}" for level, said in levels)
    return CityTopic(topic=topic, answers=total, levels=levels, sentence=f"{topic}: {total} answers: {told}.")
