"""Pilots: the five steps of the Roadmap, tasks with dates, reviews."""
