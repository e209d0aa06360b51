"""Carrying data out: tables, pictures of networks, grants, history, each as a file."""
