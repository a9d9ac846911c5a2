"""Pure ASGI middlewares around everything: each does one thing to every answer."""
