"""What the council's office does with a Word file: opens it and makes a PDF of it."""

import shutil
import subprocess
from pathlib import Path

import pytest


def as_pdf(content: bytes, folder: Path) -> bytes:
    """Return the PDF that LibreOffice makes of a Word file.

    Args:
        content: The ``.docx``.
        folder: Empty folder for the file and for LibreOffice's own settings.
    """
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice (soffice) is not on this machine, so this was not run")
    path = folder / "datei.docx"
    path.write_bytes(content)
    command = [program, "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", "pdf"]
    subprocess.run([*command, "--outdir", folder, path], check=True, capture_output=True, timeout=120)
    return (folder / "datei.pdf").read_bytes()
