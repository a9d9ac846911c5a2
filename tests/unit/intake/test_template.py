"""The committed template is the one the code makes, and people can fill it in and send it."""

import io

import openpyxl
import pytest

from bkcore.intake.check import check
from bkcore.intake.known import Known
from bkcore.intake.read import read, read_files
from bkcore.intake.sheets import LAYOUTS
from bkcore.intake.template import TEMPLATE, template_bytes
from bkcore.wording.intake import column_help

FILLED = {
    "organisationen": {"kennung": "o-1", "name": "Verein", "art": "verein", "sektor": "civil", "dabei_seit": "03.2024"},
    "projekte": {"kennung": "p-1", "titel": "Projekt", "traeger": "o-1", "beginn": "2024"},
    "aktivitaeten": {
        "kennung": "a-1", "titel": "Fest", "projekt": "p-1", "genauigkeit": "tag", "stand": "geplant",
        "datum": "1.2.2024", "plenum": "nein",
    },
    "beteiligungen": {"organisation": "o-1", "aktivitaet": "a-1", "rolle": "mitwirkend"},
    "gremien": {"kennung": "c-1", "betreff": "Bericht", "art": "Antrag", "gremium": "Rat"},
    "runden": {"kennung": "r-1", "titel": "R", "beginn": "1.1.2024", "ende": "1.2.2024", "katalogversion": "2026-1"},
    "bewertungen": {
        "runde": "r-1", "projekt": "p-1", "sicht": "team", "person": "p-01", "indikator": "gemeinsam-1", "stufe": "3",
    },
    "perspektiven": {"kennung": "heil", "merkmal": "ortsteil", "bezeichnung": "Heil"},
    "luecken": {
        "kennung": "heil-1", "perspektive": "heil", "schritt": "Anfragen", "organisation": "o-1", "bis": "1.2.2027",
    },
}  # fmt: skip


def outline(content):
    """Everything a person notices in a workbook."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    return {
        sheet.title: (
            [[cell.value for cell in row] for row in sheet.iter_rows()],
            [cell.comment.text if cell.comment else None for cell in sheet[1]],
            [(cell.font.b, cell.fill.fgColor.rgb) for cell in sheet[1]],
            sorted((rule.formula1, str(rule.sqref), rule.error) for rule in sheet.data_validations.dataValidation),
            {letter: (column.width, column.number_format) for letter, column in sheet.column_dimensions.items()},
        )
        for sheet in book
    }


def test_the_committed_template_is_the_one_the_code_makes():
    assert outline(TEMPLATE.read_bytes()) == outline(template_bytes())


def test_an_empty_template_holds_nothing_to_import():
    checked = check(read(TEMPLATE), Known())
    assert checked.faults == ()
    assert {name: len(found) for name, found in checked.commands.items()} == dict.fromkeys(LAYOUTS, 0)


def test_a_filled_in_template_can_be_imported():
    book = openpyxl.load_workbook(TEMPLATE)
    for name, cells in FILLED.items():
        names = [cell.value for cell in book[name][1]]
        book[name].append([cells.get(column) for column in names])
    content = io.BytesIO()
    book.save(content)
    checked = check(read_files({"vorlage.xlsx": content.getvalue()}), Known())
    assert checked.faults == ()
    assert all(len(found) == 1 for found in checked.commands.values())


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_column_has_help_and_every_closed_vocabulary_a_list(name):
    book = openpyxl.load_workbook(TEMPLATE)
    lists = {str(rule.sqref).split("2:")[0]: rule.formula1 for rule in book[name].data_validations.dataValidation}
    for cell, column in zip(book[name][1], LAYOUTS[name].columns, strict=True):
        assert cell.value == column.name
        assert cell.comment.text == column_help(name, column.name)
        if column.vocabulary:
            area = lists[cell.column_letter].removeprefix("=Werte!").replace("$", "")
            assert [row[0].value for row in book["Werte"][area]] == [member.value for member in column.vocabulary]
