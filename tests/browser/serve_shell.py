"""Serve ``shell_app.py`` with our own server: ``python -m tests.browser.serve_shell PORT``."""

import sys
from pathlib import Path

import uvicorn

from bkcore import settings
from dashboard import server

if __name__ == "__main__":
    port = int(sys.argv[1])
    script = Path(__file__).parent / "shell_app.py"
    app = server.create_app(settings.load(), script=script, pages={"form", "hinweise", "felder"})
    uvicorn.run(app, host="127.0.0.1", port=port, access_log=False, log_level="warning", ws_per_message_deflate=False)
