"""Bringing in what a file holds: drafts, how columns are meant, a preview of each row, and one action that applies it."""
