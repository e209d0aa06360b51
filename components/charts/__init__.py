"""One picture per file, drawn in HTML and CSS."""
