"""Needs of service users, and the events at which people met."""
