"""The application: wiring and policy, no page content."""
