"""A single-agency audit as JSON: read back as it was written, and every way in which a file can be wrong."""

import json
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest

from compact_tui.core.agency_audit import AgencyAudit
from compact_tui.core.digest import digest_of, spoken_code
from compact_tui.core.errors import ExitCode, FileNotAcceptableError
from compact_tui.exchange.agency_json import agency_schema, encode_agency, read_agency
from tests.agency import agency_audit, agency_return


def plain() -> dict[str, Any]:
    document: dict[str, Any] = json.loads(encode_agency(agency_return()))
    return document


def sealed(document: dict[str, Any]) -> bytes:
    return json.dumps(document | {"digest": digest_of(document)}).encode()


@pytest.mark.parametrize("audit", [agency_audit(), agency_audit(samples=(), cases=(), second=(), summaries=())])
def test_it_reads_back_as_it_was_written(audit: AgencyAudit) -> None:
    return_ = agency_return(audit)

    found = read_agency(encode_agency(return_))

    assert (found.return_, found.unknown, found.code) == (return_, (), spoken_code(return_.digest))


def test_a_key_of_a_later_version_is_kept_said_and_written_back() -> None:
    document = plain()
    document["about"]["colour"] = "amber"

    found = read_agency(sealed(document))

    assert [item.where for item in found.unknown] == ["$.about.colour"]
    again = json.loads(encode_agency(found.return_, found.unknown))
    assert again["about"]["colour"] == "amber"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "cannot be taken as a single-agency audit"),
        (b"[]", "not a completed single-agency audit"),
        (b'{"format": "compact-return"}', "not a completed single-agency audit"),
        (b'{"format": "compact-agency-audit"}', "does not say which version"),
        (b'{"format": "compact-agency-audit", "format_version": 2}', "reads up to version 1"),
        (b'{"format": "compact-agency-audit", "format_version": true}', "does not say which version"),
        (b'{"format": "compact-agency-audit", "format_version": 1}', "damaged or altered"),
        (b'{"format": "a", "format": "b"}', "cannot be taken as a single-agency audit"),
    ],
)
def test_a_file_that_is_not_one_is_refused_with_the_reason(data: bytes, said: str) -> None:
    with pytest.raises(FileNotAcceptableError, match=said) as caught:
        read_agency(data)

    assert caught.value.code == ExitCode.NOT_ACCEPTABLE
    assert "Nothing was taken from it" in caught.value.hint


def test_a_count_that_was_altered_is_noticed() -> None:
    document = plain()
    document["questions"][0]["no"] = 3

    with pytest.raises(FileNotAcceptableError, match="damaged or altered"):
        read_agency(json.dumps(document).encode())


def test_a_wrong_form_is_said_with_its_place() -> None:
    document = plain()
    document["sample"]["total"] = "many"

    with pytest.raises(FileNotAcceptableError, match=r"at \$\.sample\.total"):
        read_agency(sealed(document))


def test_the_schema_takes_what_is_written_and_refuses_what_the_program_refuses() -> None:
    schema, document = agency_schema(), plain()

    jsonschema.validate(document, schema)
    for wrong in ({"format": "compact-return"}, {"cases_done": "3"}, {"digest": "md5:1"}, {"sample": None}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(document | wrong, schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({key: value for key, value in document.items() if key != "limits"}, schema)
