"""A release for people without an account: who may look, and what the page says."""
