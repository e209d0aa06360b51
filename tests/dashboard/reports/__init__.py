"""Releases on paper and as data."""
