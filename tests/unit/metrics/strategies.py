"""Random networks and ratings for the properties of the metrics."""

import pandas as pd
from hypothesis import strategies as st

from bkcore.columns import RATINGS

SECTORS = ("public", "civil", "private")
INDICATORS = {"f1": 2, "f2": 3}


def tie_frame(pairs):
    return pd.DataFrame(
        {
            "organisation_id": pd.Series([organisation for organisation, _ in pairs], dtype="str"),
            "activity_id": pd.Series([activity for _, activity in pairs], dtype="str"),
        }
    )


def networks(*, min_size=0):
    """Ties of up to nine organisations and eight activities, repeated rows included."""
    pair = st.tuples(st.sampled_from([f"o{i}" for i in range(9)]), st.sampled_from([f"a{i}" for i in range(8)]))
    return st.lists(pair, min_size=min_size, max_size=40).map(tie_frame)


def sectors():
    """A sector for each of the nine organisations."""
    return st.lists(st.sampled_from(SECTORS), min_size=9, max_size=9).map(
        lambda chosen: pd.DataFrame({"organisation_id": [f"o{i}" for i in range(9)], "sector": chosen})
    )


def shuffled(frame, order):
    """The same rows in another order."""
    return frame.sample(frac=1, random_state=order).reset_index(drop=True)


@st.composite
def ratings(draw):
    """Answers of up to eight raters to two factors in up to three projects, each indicator at most once.

    Now and then a rater answers to a whole factor too, as the short form asks for.
    """
    rows = []
    for project in ("p", "q", "r"):
        for number in range(draw(st.integers(0, 7))):
            view = draw(st.sampled_from(["leitung", "team", "partner", "teilnehmende"]))
            for factor, count in INDICATORS.items():
                for indicator in range(count):
                    answer = draw(st.sampled_from([1, 2, 3, 4, 5, "weiss_nicht", "trifft_nicht_zu", None]))
                    if answer is None:
                        continue
                    level, opt_out = (answer, None) if isinstance(answer, int) else (None, answer)
                    rows.append((f"{project}{number}", project, view, factor, f"{factor}-{indicator}", level, opt_out))
                whole = draw(st.sampled_from([None, None, None, 1, 4, "weiss_nicht"]))
                if whole is not None:
                    level, opt_out = (whole, None) if isinstance(whole, int) else (None, whole)
                    rows.append((f"{project}{number}", project, view, factor, factor, level, opt_out))
    return RATINGS.cast(pd.DataFrame(rows, columns=list(RATINGS.columns)))
