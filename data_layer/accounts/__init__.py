"""Accounts: who may come in, with which password, and who is there now."""
