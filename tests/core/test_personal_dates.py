"""Dates of birth, alone and with initials, told from the many other dates of an audit."""

import pytest

from tests.core.test_personal import found


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("DOB\u00a003\u201304\u20132015", "03\u201304\u20132015"),
        ("DOB 03\u204404\u20442015", "03\u204404\u20442015"),
        ("D\u00adOB 0\u00ad3/04/2015", "0\u00ad3/04/2015"),
        ("Date-of-birth\n12 March\n2015", "12 March\n2015"),
        ("date of birth (dd/mm/yyyy) 12 / 03 / 2015", "12 / 03 / 2015"),
        ("Dob:12032015", "12032015"),
        ("DOB 120315", "120315"),
        ("DOB 20150312", "20150312"),
        ("d.o.b.12.3.15", "12.3.15"),
        ("D.O.B - 12-Mar-2015", "12-Mar-2015"),
        ("born on the 3rd of April '15", "3rd of April '15"),
        ("She was born on Tuesday, April 3rd, 2015.", "April 3rd, 2015"),
        ("born at 36+2 on 3 April 2015", "3 April 2015"),
        ("born 04/25/2015", "04/25/2015"),
        ("(b. 3.4.15)", "3.4.15"),
        ("Date of birth?\n\n3/4/15", "3/4/15"),
        ("3/4/15 is given as DoB", "3/4/15"),
        ("03/04/2015 (DOB)", "03/04/2015"),
        ("3/4/15 is when he was born", "3/4/15"),
        ("DOB checked with mum: 3/4/15", "3/4/15"),
        ("DOB recorded as 3/4/2023", "3/4/2023"),
        ("DOB on the form shows 3/4/2023", "3/4/2023"),
        ("DOB 3/4/2023, seen 14/9/2026", "3/4/2023"),
        ("his birthday is 3 April", "3 April"),
        ("birthday: 3/4", "3/4"),
        ("her 16th birthday on Friday 3 April 2026", "3 April 2026"),
        ("turned 16 on 3/4/26", "3/4/26"),
        ("she will be five on 3rd April 2027", "3rd April 2027"),
        ("the boy (3.4.15) was hungry", "3.4.15"),
        ("girl, 9 (3/4/2016)", "3/4/2016"),
        ("8 yr old (3/4/2018)", "3/4/2018"),
        ("3/4/2018, aged 8, no coat", "3/4/2018"),
        ("Y6 boy, 3/4/15", "3/4/15"),
        ("baby (3/4/26) weighed", "3/4/26"),
        ("mum (12/3/1989) rang", "12/3/1989"),
        ("Child B (DOB 3/4/15)", "3/4/15"),
    ],
)
def test_a_date_of_birth_is_seen_however_it_is_written(text: str, date: str) -> None:
    assert found(text) == [("birth-date", date)]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("DOBs 3/4/15, 5/6/17 and 7/8/2019", ["3/4/15", "5/6/17", "7/8/2019"]),
        ("DOB corrected from 4/3/23 to 3/4/23", ["4/3/23", "3/4/23"]),
        ("DOB 3/4/15 and her brother's 5/6/23", ["3/4/15", "5/6/23"]),
    ],
)
def test_dates_of_birth_in_a_list_are_all_seen(text: str, dates: list[str]) -> None:
    assert found(text) == [("birth-date", date) for date in dates]


@pytest.mark.parametrize(
    ("text", "stretch"),
    [
        ("js dob 3/4/2023", "js dob 3/4/2023"),
        ("j.s. (dob 3/4/2023)", "j.s. (dob 3/4/2023)"),
        ("T.W-B., DOB 3/4/15", "T.W-B., DOB 3/4/15"),
        ("JS. D.o.b. 3/4/15", "JS. D.o.b. 3/4/15"),
        ("\uff2a\uff33, DOB 3/4/15", "\uff2a\uff33, DOB 3/4/15"),
        ("BODYMAP_JS_dob2015-04-03.pdf", "JS_dob2015-04-03"),
        ("JTS's date of birth is 3 April 2015", "JTS's date of birth is 3 April 2015"),
        ("LM in Year 4, DOB 3/4/15", "LM in Year 4, DOB 3/4/15"),
        ("A's birthday is 3 April", "A's birthday is 3 April"),
        ("K, born 3/4/15", "K, born 3/4/15"),
        ("LM & BR, both born 3/4/15", "LM & BR, both born 3/4/15"),
        ("DOB 3/4/15 (JS)", "3/4/15 (JS)"),
        ("dob 3/4/15 SB.", "3/4/15 SB."),
        ("DOB for LM: 3/4/15", "LM: 3/4/15"),
        ("LM 3/4/15 pushed over", "LM 3/4/15"),
        ("SB (M, 4/5/14) told", "SB (M, 4/5/14)"),
        ("P.T. (14.02.2023) bitten", "P.T. (14.02.2023)"),
        ("LM, 9, Year 4 told the TA", "LM, 9, Year 4"),
        ("Y4 LM (aged 9) told the TA", "Y4 LM (aged 9)"),
        ("10-year-old SB in Year 5", "10-year-old SB in Year 5"),
        ("sb is 10 and in y5", "sb is 10 and in y5"),
        ("Pupil K (7, Y3)", "K (7, Y3)"),
        ("Year 10 student (KJ, 14)", "Year 10 student (KJ, 14)"),
        ("KJ 7y 3m, Y2", "KJ 7y 3m, Y2"),
    ],
)
def test_initials_with_a_date_of_birth_or_an_age_and_a_year_group_are_seen(text: str, stretch: str) -> None:
    assert found(text) == [("initials-birth", stretch)]


@pytest.mark.parametrize(
    "text",
    [
        "DSL, dob 3/4/15",
        "told SENCO, EP and SALT: dob 3/4/15",
        "JS took the call about the family and wrote dob 3/4/15",
        "JS rang and left the dob 3/4/15",
        "Rang JS. The boy's dob is 3/4/15",
        "dob 3/4/15, GP told",
        "Child B, dob 3/4/15",
    ],
)
def test_letters_that_are_no_initials_leave_the_date_alone(text: str) -> None:
    assert found(text) == [("birth-date", "3/4/15")]


@pytest.mark.parametrize(
    "text",
    [
        "seen 12 Sep; DSL told",
        "Signed JS 12/09/2026",
        "(JS 12/09/2026)",
        "Approved by K.L. 3/4/2019",
        "DH (3/4/24), FO (8/9/24) came",
        "DSL, DDSL and SENCO met on 12/09/2026",
        "PFA (12/3/2019), KCSIE 1/9/2020, EYFS 4/1/2021",
        "ZXQ 12/3/2019",
        "Ofsted 12/03/2019",
        "policy v1.2 of 3/4/2015, next review 3/4/2027",
        "child protection policy (3/4/2015)",
        "Child started 3/9/2025",
        "DOB checked 12/09/2026",
        "DOB mismatch found 12/9/26",
        "DOB column added 12/09/2026",
        "date of birth column, policy of 3/4/2015",
        "On 12/09/2026 DOB checks were done",
        "Entered by the office 3/4/2019, DOB to follow",
        "date of birth policy reviewed 3/4/2015",
        "children born on or after 1 September 2021",
        "children born between 1 September 2020 and 31 August 2021",
        "those born 1/9/21 to 31/8/22 start in 2025",
        "born 1 September 2021 or later",
        "birth certificate seen 12 Sep 2026",
        "birthday party on 12 September",
        "the club's birthday is 12 September 2026",
        "The school was born on 1 September 2014",
        "We were born out of two clubs on 3 April 2015",
        "born in 2015",
        "Is the dob checked? yes, in 12 files of 3/4/19",
        "dob 31/02/2015",
        "dob 45/13/2015",
        "born 3/4 of the way there",
        "Appendix B 12/3/2026, section b. 12/3/26",
        "CP plan, Y3",
        "Year 4, aged 8 to 9",
        "DSL (Y6, 10 hours)",
        "Class R (7, Y3)",
        "Child B (7, Y3)",
        "in year 4, 12 left",
    ],
)
def test_a_date_of_the_work_is_left_alone(text: str) -> None:
    assert found(text) == []
