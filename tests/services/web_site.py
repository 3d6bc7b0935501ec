"""A web site on this computer, with a picture, a page, and a redirect to another place."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from tests.services.support import picture
from tests.simulators.base import Simulator

__all__ = ["WebSite"]


class WebSite(Simulator):
    name = "web site"

    def routes(self) -> list[Route]:
        return [
            Route("/pictures/{name}", self._picture),
            Route("/page.html", self._page),
            Route("/text.txt", self._text),
            Route("/elsewhere", self._elsewhere),
        ]

    async def _picture(self, _: Request) -> Response:
        return Response(picture(), media_type="image/png")

    async def _page(self, _: Request) -> Response:
        return HTMLResponse("<html><title>a page</title></html>")

    async def _text(self, _: Request) -> Response:
        return PlainTextResponse("hello")

    async def _elsewhere(self, request: Request) -> Response:
        return RedirectResponse(request.query_params["to"])
