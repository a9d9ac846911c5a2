"""Ready examples for web servers that serve the published files: the headers are those of the live link itself."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from bkcore.wording import publishing as wording

PAGE_POLICY: Final = (
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; font-src 'self'; "
    "img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
FILE_POLICY: Final = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
PDF_POLICY: Final = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'"
HEADERS: Final[Mapping[str, str]] = {
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
HSTS: Final = "max-age=31536000; includeSubDomains"
_ASK: Final = "private, no-cache"
_WEEK: Final = "public, max-age=604800"
_SAVED_AS: Final = "sachstand-bergkamen"
_TYPES: Final[Mapping[str, str]] = {
    "html": "text/html",
    "css": "text/css",
    "js": "text/javascript",
    "csv": "text/csv",
    "json": "application/json",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "jpg": "image/jpeg",
    "woff2": "font/woff2",
}

_NGINX: Final = """# {note}
map $uri $bk_policy {{
    default "{page}";
    ~\\.pdf$ "{pdf}";
    ~(\\.(docx|csv|json|jpg)|^/rat/[^/]+/stand)$ "{file}";
}}
map $uri $bk_cache {{
    default "{week}";
    ~^/rat/ "{ask}";
    ~\\.html$ "{ask}";
}}
map $uri $bk_disposition {{
    default "";
    ~\\.docx$ 'attachment; filename="{saved_as}.docx"';
    ~\\.csv$ 'attachment; filename="{saved_as}.csv"';
}}
server {{
    listen 443 ssl;
    ssl_certificate /etc/ssl/certs/beteiligung.pem;
    ssl_certificate_key /etc/ssl/private/beteiligung.key;
    server_name {host};
    root {root};
    access_log off;  # addresses carry tokens
    server_tokens off;
    autoindex off;
    absolute_redirect off;
    charset utf-8;
    charset_types text/css text/plain text/csv;
    types {{
{types}
    }}
    default_type text/plain;
    gzip on;
    gzip_vary on;
    gzip_types text/css text/plain text/csv text/javascript application/json;
{headers}
    add_header Content-Security-Policy $bk_policy always;
    add_header Cache-Control $bk_cache always;
    add_header Content-Disposition $bk_disposition;
    error_page 403 404 =404 /404.html;
    location / {{
        try_files $uri $uri/index.html =404;
    }}
}}
"""

_CADDY: Final = """# {note}
{host} {{
    root * {root}
    encode zstd gzip
    @page not path_regexp \\.(docx|csv|json|jpg|pdf)$|^/rat/[^/]+/stand$
    @files path_regexp \\.(docx|csv|json|jpg)$|^/rat/[^/]+/stand$
    @pdf path *.pdf
    @docx path *.docx
    @csv path *.csv
    @kept path /app/* /bk/*
    @fresh not path /app/* /bk/*
    @number path_regexp ^/rat/[^/]+/stand$
    header {{
{headers}
    }}
    header @page Content-Security-Policy "{page}"
    header @files Content-Security-Policy "{file}"
    header @pdf Content-Security-Policy "{pdf}"
    header @fresh Cache-Control "{ask}"
    header @kept Cache-Control "{week}"
    header @docx Content-Disposition `attachment; filename="{saved_as}.docx"`
    header @csv Content-Disposition `attachment; filename="{saved_as}.csv"`
    header @csv Content-Type "text/csv; charset=utf-8"
    header @number Content-Type "text/plain; charset=utf-8"
    try_files {{path}} {{path}}/index.html
    file_server
    handle_errors {{
        header Content-Security-Policy "{page}"
        header Cache-Control "{ask}"
        header Content-Type "text/html; charset=utf-8"
        header -Content-Disposition
        rewrite * /404.html
        file_server
    }}
}}
"""


def nginx(root: Path, *, host: str, secure: bool) -> str:
    """Return an example for nginx.

    Args:
        root: Folder to serve.
        host: Name people type.
        secure: Whether they type it with https.
    """
    line = '    add_header {name} "{value}" always;'
    types = "\n".join(f"        {kind} {ending};" for ending, kind in _TYPES.items())
    return _filled(_NGINX, root, host=host, secure=secure, line=line, types=types)


def caddy(root: Path, *, host: str, secure: bool) -> str:
    """Return an example for Caddy.

    Args:
        root: Folder to serve.
        host: Name people type.
        secure: Whether they type it with https.
    """
    return _filled(_CADDY, root, host=host, secure=secure, line='        {name} "{value}"')


def _filled(template: str, root: Path, *, host: str, secure: bool, line: str, types: str = "") -> str:
    """Return a template with what all servers have in common; ``line`` is how one of them writes a header."""
    headers = {**HEADERS, **({"Strict-Transport-Security": HSTS} if secure else {})}
    return template.format(
        note=wording.CONFIGURED_BY,
        host=host,
        root=root,
        page=PAGE_POLICY,
        file=FILE_POLICY,
        pdf=PDF_POLICY,
        ask=_ASK,
        week=_WEEK,
        types=types,
        saved_as=_SAVED_AS,
        headers="\n".join(line.format(name=name, value=value) for name, value in headers.items()),
    )
