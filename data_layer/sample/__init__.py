"""The sample data: real networks from public sources, as CSV files, and how they get in and out of the database."""
