"""Indicators: what is watched, what was observed, and what Interreg asks for."""
