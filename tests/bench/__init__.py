"""How fast the dashboard is, beside a bare Dash page: `make bench` prints the table."""
