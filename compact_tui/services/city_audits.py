"""What agencies sent in of their own audits: the newest of each, as the city register lists them."""

from collections.abc import Iterator

from compact_tui.core.agency_audit import STATUSES
from compact_tui.core.agency_return import AgencyReturn
from compact_tui.core.collect_views import CityAudit
from compact_tui.core.days import say_short
from compact_tui.core.text import count
from compact_tui.exchange.agency_json import read_agency
from compact_tui.exchange.documents import AGENCY
from compact_tui.services.collect_index import ACCEPTED, open_index
from compact_tui.services.desk import Desk
from compact_tui.storage.originals import original_path
from compact_tui.storage.reading import read_bytes


def city_audits(desk: Desk) -> tuple[CityAudit, ...]:
    """Single-agency audits as they were sent in last, by the day they were begun.

    Raises:
        WorkspaceError: If a file that was kept cannot be read.
    """
    newest: dict[tuple[str, str], AgencyReturn] = {}
    for data in kept_documents(desk, AGENCY):
        sent = read_agency(data).return_
        key = (sent.setting.id, sent.audit)
        if key not in newest or _later(sent, newest[key]):
            newest[key] = sent
    order = sorted(newest.values(), key=lambda one: (one.about.started_on, one.setting.name, one.id))
    return tuple(_audit(sent) for sent in order)


def kept_documents(desk: Desk, kind: str) -> Iterator[bytes]:
    """Documents of a kind that were taken in, one at a time.

    Raises:
        WorkspaceError: If a file that was kept cannot be read.
    """
    with open_index(desk) as index:
        files = [row.sha256 for row in index.files(ACCEPTED, kind)]
    for sha256 in files:
        yield read_bytes(original_path(desk.workspace.originals_folder, sha256))[0]


def _later(one: AgencyReturn, other: AgencyReturn) -> bool:
    if one.supersedes == other.id or other.supersedes == one.id:
        return one.supersedes == other.id
    return (one.made_on, one.id) > (other.made_on, other.id)


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
