"""Releases for funders: made once, then only read."""
