"""Disclosure control: which figures of a release may be shown so that nobody can be picked out."""
