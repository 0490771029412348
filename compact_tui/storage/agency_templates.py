"""Templates of single-agency audits that came with the program, read with every mistake collected."""

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from compact_tui.core.agency_template import KINDS, AgencyTemplate
from compact_tui.core.errors import FileNotAcceptableError
from compact_tui.core.problems import say
from compact_tui.storage.toml_value import Reading, read_value

_SUFFIX = ".toml"


def read_template(path: Path | Traversable) -> Reading[AgencyTemplate]:
    """Read a template from a ``.toml`` file."""
    return read_value(path, AgencyTemplate)


def template_readings() -> tuple[Reading[AgencyTemplate], ...]:
    """What came of reading each template that came with the program, by the name of its file."""
    folder = files("compact_tui").joinpath("content").joinpath("agency_templates")
    found = [item for item in folder.iterdir() if item.name.endswith(_SUFFIX)]
    return tuple(read_template(item) for item in sorted(found, key=lambda item: item.name))


def shipped_templates() -> tuple[AgencyTemplate, ...]:
    """The templates that came with the program, in the order of the kinds.

    Raises:
        FileNotAcceptableError: If one was changed and cannot be read any more.
    """
    made = []
    for reading in template_readings():
        if reading.value is None:
            raise FileNotAcceptableError(
                f"The template {reading.name} that came with the program cannot be read. {say(reading.problems[0])}",
                "Your audits are untouched. Install the program again.",
            )
        made.append(reading.value)
    order = [kind for kind, _ in KINDS]
    return tuple(sorted(made, key=lambda one: (order.index(one.template.kind), one.template.id)))
