"""Editing in words and controls: what tables and fields are called, forms, history."""
