"""What funders read: a release and its tables."""
