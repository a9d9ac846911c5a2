"""What the town has decided for an open-data portal: the licence of the data, and who contributes them."""

from dataclasses import dataclass
from typing import Self

from bkcore.settings import Settings


@dataclass(frozen=True, slots=True)
class Portal:
    """Both as addresses of the DCAT-AP.de vocabularies; empty while the town has not decided."""

    licence: str = ""
    contributor: str = ""

    @classmethod
    def of(cls, settings: Settings) -> Self:
        """Return what the settings say."""
        return cls(licence=settings.open_data_licence, contributor=settings.open_data_contributor)


UNDECIDED = Portal()
