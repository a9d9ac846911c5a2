"""A Streamlit script with every kind of widget and every block of ours, for the tests of the frame around the pages."""

import datetime as dt
import time
from pathlib import Path

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from dashboard.charts import base
from dashboard.components import chart, ladder, panel

STATIC = Path(base.__file__).parents[1] / "static"


def overview() -> None:
    panel.page_head(
        "Guten Tag. Die Runde Herbst läuft noch neun Tage.",
        "Elf von 14 Projekten haben geantwortet. Danach bereiten Sie die Sitzung am 3. Dezember vor.",
    )
    panel.steps(
        [
            panel.Step("Erfassen", "31 Aktivitäten bestätigt", panel.Progress.DONE),
            panel.Step("Einschätzen", "11 von 14 Projekten", panel.Progress.CURRENT),
            panel.Step("Sitzung", "3. Dezember"),
            panel.Step("Maßnahmen", "zwei überfällig"),
            panel.Step("Bericht an den Rat", "Entwurf fehlt"),
        ],
        label="Das Jahr",
    )
    left, right = st.columns([3, 2], gap="medium")
    with left, panel.card("finding"):
        chart.show(_bars(), key="bars", meaning="Aktiv heißt: an mindestens einer Aktivität beteiligt.")
    with right, panel.card("latest"):
        panel.heading("Zuletzt")
        panel.event_list(
            [
                panel.Event("15. Nov.", "Drittes gemeinsames Fastenbrechen", "über 150 Gäste · sechs Organisationen"),
                panel.Event(
                    "9. Nov.", "Kundgebung auf dem Stadtmarkt", "noch nicht bestätigt", "/felder", "nachtragen"
                ),
                panel.Event("2. Nov.", "Spielgruppe Brückenprojekt", "elf Familien · zwei Organisationen"),
            ],
            label="Die letzten Aktivitäten",
        )
        st.button("Aktivität nachtragen", type="primary", key="add")
    panel.key_figures(
        [
            panel.KeyFigure("27", "aktive Organisationen", "2023: neun. Aktiv heißt: an mindestens einer Aktivität."),
            panel.KeyFigure("7 von 11", "gemeinsame Aktivitäten", "Beteiligte aus mindestens zwei Bereichen."),
            panel.KeyFigure("45 %", "der Aktivitäten mit den drei Aktivsten"),
        ],
        cards=True,
    )


def notices() -> None:
    panel.page_head("Hinweise", eyebrow="Alle Zustände, einmal entworfen")
    for kind in panel.NoticeKind:
        panel.notice(
            kind, "Das ist der Satz dazu, und hier steht, was Sie als Nächstes tun können.", title="So ist es."
        )
    panel.terms([panel.Term("Träger", "Stadt Bergkamen"), panel.Term("Beginn", "1. März 2024")])


def form() -> None:
    panel.progress(3, 8, "Faktor 4 von 8 · noch etwa 6 Minuten", current=4)
    panel.page_head("Niedrigschwellige Teilnahme und Teilhabe ermöglichen", eyebrow="Jugendkonferenz · Herbst 2026")
    texts = [
        ("Noch nicht begonnen", "Wer mitmachen will, muss sich Wochen vorher schriftlich anmelden."),
        ("Erste Schritte", "Kurz entschlossene Gäste lassen wir ausnahmsweise zu."),
        ("Teilweise umgesetzt", "Einzelne Termine sind offen. Das steht so auch in der Einladung."),
        ("Weitgehend umgesetzt", "Fast alles ist offen. Wer später kommt oder früher geht, gehört dazu."),
        ("Selbstverständlich verankert", "Offene Teilnahme ist Regel. Wir planen Essen, Plätze und Ablauf danach."),
    ]
    answer = ladder.ladder(
        statement="Man kann mitmachen, ohne sich vorher festzulegen.",
        levels=[ladder.LadderLevel(place, *pair) for place, pair in enumerate(texts, start=1)],
        opt_outs=[
            ladder.OptOutChoice("weiss_nicht", "Weiß ich nicht"),
            ladder.OptOutChoice("trifft_nicht_zu", "Trifft nicht zu"),
        ],
        value=st.session_state.get("stored"),
        key="question",
        on_change=lambda value: st.session_state.update(stored=value, count=st.session_state.get("count", 0) + 1),
    )
    written = ladder.longtext(
        label="Woran machen Sie das fest?",
        hint="Ein Beispiel genügt. Bitte keine Namen.",
        value=st.session_state.get("written", ""),
        key="evidence",
        limit=200,
        on_change=lambda given: st.session_state.update(written=given.text),
    )
    panel.saved(f"Antwort: {answer or '-'} · Text: {written}")
    with st.container(horizontal=True, horizontal_alignment="distribute", width=790):
        st.button("Zurück", key="back")
        st.button("Weiter", type="primary", key="next")


def fields() -> None:
    panel.page_head("Felder", "Jede Art von Feld, die es gibt.")
    st.text_input("Titel", key="title", help="Kurz und klar.")
    st.text_input("Pflicht", key="needed", required=True)
    st.text_input("Kennwort", key="password", type="password")
    st.text_area("Beschreibung", key="text", max_chars=200)
    st.number_input("Teilnehmende", 0, 500, 20, key="people")
    st.selectbox("Ortsteil", ["Mitte", "Oberaden", "Rünthe", "Weddinghofen"], index=None, key="district")
    st.multiselect("Themen", ["Bildung", "Sport", "Kultur"], ["Sport"], max_selections=2, key="topics")
    st.date_input("Datum", dt.date(2026, 3, 2), format="DD.MM.YYYY", key="day")
    st.date_input("Zeitraum", (dt.date(2026, 1, 1), dt.date(2026, 2, 1)), format="DD.MM.YYYY", key="period")
    st.time_input("Uhrzeit", dt.time(18, 0), key="hour")
    st.radio("Stand", ["geplant", "stattgefunden", "ausgefallen"], key="state", horizontal=True)
    st.segmented_control("Sicht", ["Leitung", "Team", "Partner"], default="Team", key="view")
    st.pills("Bereich", ["Stadt", "Vereine", "Betriebe"], default="Stadt", key="sector")
    st.checkbox("Ich habe das mit dem Team besprochen", key="checked")
    st.toggle("Nur bestätigte", key="toggled")
    st.slider("Anteil", 0, 100, 30, key="share")
    st.select_slider("Stufe", ["wenig", "mittel", "viel"], key="amount")
    st.file_uploader("Tabelle", ["xlsx", "csv"], key="file")
    one, two = st.tabs(["Erster Reiter", "Zweiter Reiter"])
    one.write("Inhalt des ersten")
    two.write("Inhalt des zweiten")
    with st.popover("Mehr"):
        st.write("Noch etwas")
    with st.form("form"):
        st.text_input("Im Formular", key="inside")
        st.form_submit_button("Absenden", type="primary")
    st.download_button("Herunterladen", "a;b", "a.csv", key="download", on_click="ignore")
    if st.button("Dialog öffnen", key="open"):
        _dialog()
    if st.button("Meldung zeigen", key="toast"):
        st.toast("Gespeichert.")
    if st.button("Langsam", key="slow"):
        time.sleep(2)
    if st.button("Fehler auslösen", key="break"):
        raise RuntimeError("geheim")
    frame = pd.DataFrame({"Organisation": ["Gesamtschule", "Moschee"], "Aktivitäten": [12, 1234]})
    st.dataframe(frame, hide_index=True, key="frame", alt="Zwei Organisationen")
    drawn = base.figure()
    drawn.add_scatter(x=["2024-01-01", "2024-05-01"], y=[1000, 12000])
    st.plotly_chart(drawn, key="tools", theme=None, config=base.config(toolbar=True), alt="Zwei Punkte")


@st.dialog("Wirklich abgeben?")
def _dialog() -> None:
    st.write("Danach lässt sich nichts mehr ändern.")
    st.button("Antworten abgeben", key="confirm")


def _bars() -> base.Chart:
    frame = pd.DataFrame(
        {"Jahr": ["2020", "2021", "2022", "2023", "2024"], "wieder dabei": [4, 7, 10, 8, 12], "neu": [11, 1, 4, 1, 15]}
    )
    figure = base.figure(height=320)
    figure.add_bar(x=frame["Jahr"], y=frame["wieder dabei"], marker_color=base.TEAL, text=frame["wieder dabei"])
    figure.add_bar(x=frame["Jahr"], y=frame["neu"], marker_color=base.SUN, text=frame["neu"])
    figure.update_traces(textposition="inside", textangle=0, insidetextanchor="middle")
    figure.data[0].textfont = {"color": base.LIGHT.on_categories[0]}
    figure.data[1].textfont = {"color": base.LIGHT.on_categories[1]}
    figure.update_layout(barmode="stack")
    figure.update_xaxes(type="category")
    figure.update_yaxes(visible=False)
    assert isinstance(figure, go.Figure)
    return base.Chart(
        figure=figure,
        description="Balken je Jahr: 2024 waren 27 Organisationen aktiv, 15 davon neu.",
        finding="15 Organisationen kamen neu dazu, so viele wie nie.",
        subtitle="Aktive Organisationen je Jahr, nach neu (gelb) und wieder dabei (grün).",
        table=frame,
    )


st.set_page_config(page_title="Beteiligungs-Dashboard", page_icon=str(STATIC / "hexagon-64.png"), layout="wide")
st.logo(str(STATIC / "hexagon.svg"), size="large")
st.navigation(
    [
        st.Page(overview, title="Überblick", default=True),
        st.Page(form, title="Selbsteinschätzung", url_path="form"),
        st.Page(notices, title="Hinweise", url_path="hinweise"),
        st.Page(fields, title="Felder", url_path="felder"),
    ],
    position="top",
).run()
