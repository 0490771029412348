"""A notice list and a setting with words of every kind, to read signs off against."""

from compact_tui.core.notice import (
    DOUBTFUL,
    FORMER,
    KnownEdition,
    KnownNumber,
    NoticeHead,
    NoticeList,
    OldContact,
)
from compact_tui.core.setting import Setting

LIST = NoticeList(
    notice=NoticeHead(id="boards", title="Boards", edition="1"),
    number=(
        KnownNumber(id="emergency", name="Police, fire, ambulance", number="999"),
        KnownNumber(id="adults", name="Helpline for adults", number="0808 800 5000"),
        KnownNumber(id="children", name="Helpline for children", number="0800 1111", former=("0800 2222",)),
        KnownNumber(id="moved", name="Moved Line", number="0300 111 2222", former=("0845 111 2222",)),
    ),
    edition=(
        KnownEdition(
            id="schools",
            title="Keeping children safe in education",
            edition="2026",
            short=("KCSIE",),
            in_force_from="2026-09-01",
            replaced=("2025", "2024"),
        ),
        KnownEdition(
            id="together",
            title="Working together to safeguard children",
            edition="2026",
            short=("Working together", "WT"),
            in_force_from="2026-03-18",
            replaced=("2023", "2018"),
        ),
        KnownEdition(
            id="early",
            title="Early years framework",
            edition="September 2025",
            short=("EYFS",),
            in_force_from="2025-09-01",
            replaced=("2024",),
            note="Look whether another has followed.",
        ),
    ),
    old=(
        OldContact(
            id="day-0845",
            name="the old desk",
            seen=("0845 671 0271",),
            state=DOUBTFUL,
            why="It may have been switched off.",
            instead="social_care_phone",
        ),
        OldContact(
            id="board",
            name="the Board that was",
            seen=("board@council.example", "oldboard.example", "Old Board"),
            state=FORMER,
            why="It has another name now.",
        ),
    ),
)
OURS = Setting(
    id="s",
    name="Brolly House",
    lead_name="Jo Park",
    lead_phone="023 9200 0001",
    deputy_name="Mr Ash O'Neill-Lee",
    deputy_phone="07700 900123",
    governor_name="Dr. Zoë Day",
    allegations_to="The head teacher",
    allegations_about_head_to="Chair of governors, Kim Bell",
    first_aider="Bo Reed, Mia Khan and Tom Fox",
    form_place="Red folder, office",
    social_care_phone="023 9268 8793",
    out_of_hours_phone="0300 555 1373",
    lado_contact="lado@council.example, 023 9284 1111",
)
