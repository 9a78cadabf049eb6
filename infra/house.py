"""What the rooms share. Each takes from it what its work needs, and is granted no more."""

from dataclasses import dataclass

from infra.alarms import Alarms
from infra.catalogue import Catalogue
from infra.credentials import Credentials
from infra.evidence import Evidence
from infra.key_administrator import KeyAdministrator
from infra.keys import ContentKey, IdentityKeys
from infra.lake_stores import LakeStores
from infra.layers import Layers
from infra.protected_key import ProtectedKey
from infra.queues import Line
from infra.retention import Retention
from infra.stage import Stage
from infra.stores import Stores


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    stage: Stage
    retention: Retention
    alarms: Alarms
    layers: Layers
    key_administrator: KeyAdministrator
    tips: IdentityKeys
    officers: IdentityKeys
    protected: ProtectedKey
    content: ContentKey
    credentials: Credentials
    stores: Stores
    evidence: Evidence
    lake: LakeStores
    catalogue: Catalogue
    tips_line: Line
    officers_line: Line
    tipster_outbox: Line
    officer_outbox: Line
    labels_line: Line
