"""The data: tables, the ways in, queries, changes; knows nothing about Dash or Flask."""
