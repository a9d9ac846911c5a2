"""``/gesund``: 200 when database and schema are right, else 503 with the reason."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from bkcore.errors import BkError
from bkcore.settings import Settings
from bkcore.store.engine import engine_for
from bkcore.store.schema import head, require_head
from bkcore.wording.messages import message


def routes(settings: Settings) -> list[Route]:
    """Return the health route."""

    async def health(_: Request) -> JSONResponse:
        try:
            await run_in_threadpool(require_head, engine_for(settings.database_url))
        except BkError as error:
            if "url" in error.facts:  # anybody may ask; where the database is, is nobody's business
                error.facts["url"] = "(BK_DATABASE_URL)"
            return JSONResponse({"status": "error", "reason": message(error)}, status_code=503)
        return JSONResponse({"status": "ok", "schema": head()})

    return [Route("/gesund", health)]
