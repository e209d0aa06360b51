"""Pilots on their way along the Roadmap: where they stand, what is to be done, the dates for a calendar."""
