"""Releases for funders: made once from organisation-level facts, then fixed."""

from collections.abc import Sequence

from sqlalchemy.orm import Session


def make_sample_release(session: Session, *, readers: Sequence[str]) -> None:
    """Make the release of the sample's networks for these accounts (e-mail addresses) unless it is there."""
