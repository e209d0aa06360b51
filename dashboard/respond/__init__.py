"""The form for service users: links, languages, what a browser sends, and how often."""
