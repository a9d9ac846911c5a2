"""Sets the report as PDF/UA-1 and PDF/A-2a; a missing alternative text or heading stops it."""

import typst

from bkcore.palette import LIGHT
from bkcore.publication.document import Briefing
from bkcore.publication.report import facts, key_table, stand
from bkcore.publication.svg import PAPER
from bkcore.publication.svg_bars import draw_bars
from bkcore.publication.svg_profile import draw_profile
from bkcore.publication.typesetting import fonts, typeset
from bkcore.wording import anchoring
from bkcore.wording import briefing as words


def render_pdf(briefing: Briefing) -> bytes:
    """Return the report of a document; the same document gives the same bytes.

    Args:
        briefing: The frozen document.

    Returns:
        A tagged PDF in German with embedded fonts. Characters no shipped font has become a question mark.
    """
    return typeset("bericht.typ", _data(briefing))


def png(svg: str, *, width_cm: float) -> bytes:
    """Return a drawing as a picture for programs that cannot read SVG."""
    source = (
        f'#set page(width:auto,height:auto,margin:0pt)\n#image(bytes(sys.inputs.svg),format:"svg",width:{width_cm}cm)'
    )
    drawn = typst.compile(source.encode(), font_paths=fonts(), format="png", ppi=200.0, sys_inputs={"svg": svg})
    if not isinstance(drawn, bytes):
        raise TypeError("one page expected")
    return drawn


def _data(briefing: Briefing) -> dict[str, object]:
    day = briefing.header.stand
    network, profile = briefing.network, briefing.factors.figure
    return {
        "briefing": briefing.model_dump(mode="json"),
        "day": [day.year, day.month, day.day],
        "brand": words.NETWORK,
        "stand": stand(briefing),
        "footer": f"{words.NETWORK} · {stand(briefing)}" + (f" · {words.DEMO_SHORT}" if briefing.header.demo else ""),
        "facts": [[name, reference.text, reference.url] for name, reference in facts(briefing)],
        "key_table": key_table(briefing.key_figures).model_dump(),
        "topics": [topic.model_dump(mode="json") for _, topic in briefing.topics],
        "svg": {
            "network": draw_bars(network, ink=PAPER, uid="n", wide=True) if network else "",
            "profile": draw_profile(profile, ink=PAPER, uid="p", wide=True) if profile else "",
        },
        "colours": {
            "text": LIGHT.text,
            "soft": LIGHT.soft,
            "accent": LIGHT.accent,
            "line": LIGHT.line,
            "tint": LIGHT.tint,
            "sun": LIGHT.categories[1],
        },
        "words": {
            "demo": words.DEMO,
            "key_figures": words.KEY_FIGURES,
            "network": words.NETWORK_SECTION,
            "attendance": words.ATTENDANCE,
            "factors": words.FACTORS,
            "factors_none": words.FACTORS_NONE,
            "round": words.ROUND,
            "anchoring": anchoring.SECTION,
            "projects": words.PROJECTS,
            "papers": words.PAPERS,
            "method": words.METHOD,
            "data_protection": words.DATA_PROTECTION,
            "legend": words.LEGEND,
            "boundary": words.BOUNDARY,
        },
    }
