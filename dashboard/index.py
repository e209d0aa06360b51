"""The HTML document around the app: language, theme, policy nonce, and only the scripts that the page needs."""

import hashlib
import re
from functools import cached_property
from html import escape
from pathlib import Path
from typing import Any

import dash
import dash_ag_grid
import dash_cytoscape
from flask import g, request
from flask_babel import get_locale
from flask_babel import gettext as _
from flask_login import current_user
from flask_wtf.csrf import generate_csrf

from dashboard.documents import EDIT, GRID, PICTURE, PICTURE_EDIT, SHELL, asset, script, style_sheet
from dashboard.headers import nonce
from dashboard.permissions import Permission
from dashboard.security import allowed

# The picture of the network is the only place for Cytoscape (half a megabyte): Dash may serve it, but only its page asks for it.
CYTOSCAPE_PAGES = ("/network",)
# The tables to edit are the only place for the grid (1.3 megabytes), and these two pages beside them have none.
GRID_PAGES = "/data/"
NO_GRID = ("/data/import", "/data/merge")
# The page runs it once words and figures are on the screen; see assets/network/60-page.js.
PICTURE_LIBRARY = '<link rel="preload" as="script" fetchpriority="low" id="picture-library" href="{}">'
# Dash's own table is nowhere on our pages; what stands in for a browser without modules only such a browser loads.
UNUSED = re.compile(r'<script src="[^"]*/dash_table/[^"]*"></script>\n?')
FOR_OLD_BROWSERS = re.compile(r'<script (?=src="[^"]*/polyfill@)')
for library in (dash_cytoscape, dash_ag_grid):
    library._js_dist = [item if "async" in item else {**item, "dynamic": True} for item in library._js_dist]

DOCUMENT = """<!doctype html>
<html lang="{language}"{theme}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<link rel="icon" href="{icon}" type="image/svg+xml">
<script nonce="{nonce}" data-token="{token}" data-callbacks="{callbacks}">{boot}</script>
<link rel="stylesheet" href="{style}">
</head>
<body>
{entry}
<noscript><p class="page">{no_script}</p></noscript>
<footer hidden>{config}{scripts}{renderer}</footer>
</body>
</html>"""
ENTRY = '<div id="react-entry-point"><p class="page" role="status">{waiting}</p></div>'

# Dash's components add style elements while they run; under the policy each needs the page's nonce.
BOOT = (
    "(function(n){var c=Document.prototype.createElement;"
    "Document.prototype.createElement=function(t){var e=c.apply(this,arguments);"
    "if(String(t).toLowerCase()==='style')e.setAttribute('nonce',n);return e}})"
    "(document.currentScript.nonce);"
    # A link to a place in the page needs the real length of what stands before it; see 30-question.css.
    "if(location.hash)document.documentElement.dataset.settled='';"
)
# In the document itself: a file of its own would come too late to be ahead of Dash.
AHEAD = (Path(__file__).parent / "ahead.js").read_text(encoding="utf-8")


class Dashboard(dash.Dash):
    """Dash with our own document."""

    def interpolate_index(self, **parts: Any) -> str:  # type: ignore[override]
        """The document of this request; remembers the hashes of Dash's inline scripts for the policy."""
        g.script_hashes = [f"{value}" if value.startswith("'") else f"'{value}'" for value in self.csp_hashes()]
        theme = current_user.actor.theme if current_user.is_authenticated else None
        extra = [script(SHELL)]
        later = ""
        if request.path in CYTOSCAPE_PAGES:
            (library,) = self._library(dash_cytoscape)
            later = PICTURE_LIBRARY.format(escape(library))
            extra.append(script(PICTURE))
        if allowed(Permission.EDITING):
            extra.append(script(EDIT))
            if request.path.startswith(GRID_PAGES) and not request.path.startswith(NO_GRID):
                extra += [*self._library(dash_ag_grid), script(GRID)]
        if request.path in CYTOSCAPE_PAGES and allowed(Permission.DATA_EDIT):
            extra.append(script(PICTURE_EDIT))
        return DOCUMENT.format(
            language=escape(str(get_locale())),
            theme=f' data-bs-theme="{escape(theme)}"' if theme else "",
            title=escape(_("Local Empowerment Networks")),
            icon=asset("icon.svg"),
            nonce=nonce(),
            token=generate_csrf(),
            callbacks=self._callbacks_fingerprint,
            boot=BOOT + AHEAD,
            style=style_sheet(),
            entry=ENTRY.format(waiting=escape(_("Working …"))),
            no_script=escape(_("This dashboard needs JavaScript. Please switch it on for this address.")),
            config=parts["config"],
            scripts=parts["scripts"] + _tags(extra) + later,
            renderer=parts["renderer"],
        )

    def _generate_scripts_html(self) -> str:
        return FOR_OLD_BROWSERS.sub("<script nomodule ", UNUSED.sub("", super()._generate_scripts_html()))

    @cached_property
    def _callbacks_fingerprint(self) -> str:
        """Changes with the list of callbacks, so that a browser may keep the list for as long as it is the same."""
        return hashlib.sha256(self.dependencies().get_data()).hexdigest()[:12]

    def register_libraries(self) -> None:
        """Let Dash serve the libraries that only some pages load."""
        for library in (dash_cytoscape, dash_ag_grid):
            self._library(library)

    def _library(self, library: Any) -> list[str]:
        """The scripts of a component library that only some pages load; what they load themselves is only allowed."""
        resources = [{**item, "namespace": library.__name__, "dynamic": False} for item in library._js_dist if "async" not in item]
        sources = self._collect_and_register_resources(resources, include_async=False)
        return [source for source in sources if "extra" not in source and not source.partition("?")[0].endswith(".map")]


def _tags(sources: list[str]) -> str:
    return "".join(f'<script src="{escape(source)}"></script>' for source in sources)
