"""Pure computation on what the queries return: graphs, gaps, durations; no session."""
