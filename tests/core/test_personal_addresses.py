"""Email addresses and postcodes of families, told from those of posts and public places."""

import pytest

from tests.core.test_personal import found


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("jo.bloggs@gmail.com.", "jo.bloggs@gmail.com"),
        ("<mailto:jo_b99@hotmail.co.uk>", "jo_b99@hotmail.co.uk"),
        ("JO.BLOGGS@GMAIL.COM", "JO.BLOGGS@GMAIL.COM"),
        ("'kelly@yahoo.co.uk'", "kelly@yahoo.co.uk"),
        ("123456@gmail.com", "123456@gmail.com"),
        ("zo\u00eb@gmail.com", "zo\u00eb@gmail.com"),
        ("jo.bloggs\uff20gmail\uff0ecom", "jo.bloggs\uff20gmail\uff0ecom"),
        ("jo.blo\u00adggs@gmail.com", "jo.blo\u00adggs@gmail.com"),
        ("jo.bloggs@\ngmail.com", "jo.bloggs@\ngmail.com"),
        ("jo.bloggs @ gmail.com", "jo.bloggs @ gmail.com"),
        ("jo.bloggs@gmail", "jo.bloggs@gmail"),
        ("jo.bloggs (at) gmail (dot) com", "jo.bloggs (at) gmail (dot) com"),
        ("jobloggs at gmail dot com", "jobloggs at gmail dot com"),
        ("19jsmith@school.sch.uk", "19jsmith@school.sch.uk"),
        ("amy@pupils.school.sch.uk", "amy@pupils.school.sch.uk"),
        ("dad's email kev@plumbing.co.uk", "kev@plumbing.co.uk"),
        ("charlotte.church@council.gov.uk", "charlotte.church@council.gov.uk"),
    ],
)
def test_an_email_address_of_a_person_is_seen_however_it_is_written(text: str, address: str) -> None:
    assert found(text) == [("email", address)]


@pytest.mark.parametrize(
    "text",
    [
        "safeguarding@school.sch.uk",
        "chair.governors@school.sch.uk, early-help@council.gov.uk",
        "dsl.team@gmail.com",
        "littleacornsnursery@gmail.com",
        "no-reply@nspcc.org.uk",
        "the.parish@stjude.org",
        "ask kev@plumbing.co.uk",
        "mum wanted a copy from kev@school.sch.uk",
        "mum wrote to the office at kev@plumbing.co.uk",
        "sign in at outlook.com",
        "write to us @ portsmouth.gov.uk, follow @portsmouth",
        "office@ and @ and a@b",
    ],
)
def test_an_email_address_of_a_post_is_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("12 School Lane\nPortsmouth\nPO4\n8RA", "PO4\n8RA"),
        ("lives at 12 Church Road, PO4 8RA", "PO4 8RA"),
        ("\uff30\uff2f\uff14 \uff18\uff32\uff21", "\uff30\uff2f\uff14 \uff18\uff32\uff21"),
        ("PO4\u00a08\u00adRA", "PO4\u00a08\u00adRA"),
        ("PO48RA", "PO48RA"),
        ("po48ra", "po48ra"),
        ("Po4 8ra", "Po4 8ra"),
        ("P04 8RA", "P04 8RA"),
        ("PO4-8RA", "PO4-8RA"),
        ("moved to SW1A 2AA", "SW1A 2AA"),
        ("gran at e1 4dn", "e1 4dn"),
        ("E1 4DN", "E1 4DN"),
        ("taxi takes the girl from nursery to PO4 8RA", "PO4 8RA"),
        ("PO4 8RA (her gran), not the hospital", "PO4 8RA"),
        ("caravan site, PO4 8RA", "PO4 8RA"),
    ],
)
def test_a_postcode_of_a_family_is_seen_however_it_is_written(text: str, code: str) -> None:
    assert found(text) == [("postcode", code)]


@pytest.mark.parametrize(
    "text",
    [
        "Civic Offices, Guildhall Square, Portsmouth PO1 2AL",
        "St Jude's Primary School, PO4 8RA",
        "PO4 8RA (the hospital)",
        "the child went to the family hub, PO4 8RA",
        "PO4 and PO5, mostly PO4",
        "Room E1 2nd floor, KS1 2HB pencils",
        "section s31ZA, schedule s31 ZA",
        "e1 4dn",
        "so1 2hr",
        "QQ4 8RA, PO4 8CA, XPO4 8RA, PO4 8RAX",
        "minibus HX66 ZZZ",
    ],
)
def test_a_postcode_of_a_public_place_is_left_alone(text: str) -> None:
    assert found(text) == []
