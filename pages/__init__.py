"""The pages: one URL, one module."""
