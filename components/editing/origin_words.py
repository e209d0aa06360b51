"""The origin of a value in words: what kind, what another source says, the remark, the source."""

from typing import Protocol

from flask_babel import gettext as _

from components.vocabulary import label


class OriginLike(Protocol):
    """Where one value comes from, when that differs from its row; `kind` is a code of the vocabulary "note_kind"."""

    @property
    def kind(self) -> str: ...
    @property
    def other_value(self) -> str | None: ...
    @property
    def text(self) -> str | None: ...
    @property
    def source(self) -> str | None: ...


def origin_words(origin: OriginLike | None) -> str:
    """All that is said of the origin; None is as for the whole entry."""
    if origin is None:
        return _("as for the whole entry")
    parts = [
        label("note_kind", origin.kind),
        _("another source says: %(value)s", value=origin.other_value) if origin.other_value else "",
        origin.text or "",
        _("source: %(source)s", source=origin.source) if origin.source else "",
    ]
    return "; ".join(part for part in parts if part)
