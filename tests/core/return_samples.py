"""Returns as the tests of core build them."""

from compact_tui.core.audit import Audit
from compact_tui.core.pack import AuditPack
from compact_tui.core.return_build import build_return
from compact_tui.core.returns import Return
from compact_tui.core.setting import Setting
from tests.samples import (
    TODAY,
    lamp_pack,
    setting,
)


def built(audit: Audit, pack: AuditPack | None = None, who: Setting | None = None) -> Return:
    return build_return(
        who or setting(), pack or lamp_pack(), audit, return_id="r-9", made_on=TODAY, made_by="x 1", today=TODAY
    )
