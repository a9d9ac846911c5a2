"""Where one stands, in the places above and beside the questions, so that an answer can change them alone."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bkcore.instrument import Factor
from bkcore.reports.assessment import AssessmentReport
from dashboard.components import panel
from dashboard.forms.assessment import contents
from dashboard.texts import assessment as texts

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator


@dataclass(frozen=True, slots=True)
class Standing:
    """The places: of the progress, and of the present factor in the lists of all."""

    progress: "DeltaGenerator"
    entries: tuple["DeltaGenerator", ...]

    def show(self, report: AssessmentReport, factor: Factor) -> None:
        """Say how far one is with everything, and with a factor."""
        total = len(report.catalogue.factors)
        label = texts.progress(factor.number, total, report.minutes_left)
        with self.progress:
            panel.progress(report.complete_factors(), total, label, current=factor.number)
        for entry in self.entries:
            with entry:
                contents.here(report, factor)
