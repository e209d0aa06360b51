"""Micro projects: the needs they came from, their phases, events and biographies."""
