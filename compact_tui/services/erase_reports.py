"""Reports without a text: pages are rewritten; a Word file that is as we wrote it is taken away."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from compact_tui.services.erase_sent import Step
from compact_tui.storage.erase_kinds import REPORT
from compact_tui.storage.erasing import Rewritten
from compact_tui.storage.originals import sha256_of
from compact_tui.storage.reading import read_bytes
from compact_tui.storage.report_files import LIST, digests_in, list_of


def report_steps(files: Mapping[Path, Rewritten]) -> Iterator[Step]:
    """What to do with the reports of one folder; a Word file that a person changed is theirs, and told.

    The list of how they were written goes with it, so that what only lost the text does not count as changed.

    Args:
        files: Every file of the folder, and what it would be without the text.
    """
    folder = next(iter(files)).parent
    written = digests_in(folder)
    after = dict(written)
    for path, file in files.items():
        if path.name == LIST or file.closed:
            continue
        ours = written.get(path.name) == sha256_of(read_bytes(path)[0]) if path.name in written else False
        if file.holds and ours:
            del after[path.name]
            yield Step(Rewritten(path, REPORT, records=max(file.found, 1), data=b""), remove=True)
        elif file.data is not None:
            if ours:
                after[path.name] = sha256_of(file.data)
            yield Step(file)
    if after != written:
        yield Step(Rewritten(folder / LIST, REPORT, data=list_of(after)))
