"""A bare Dash page: one heading, no callbacks, no data. The measure that all other pages are held to."""

from dash import Dash, html

app = Dash(__name__, serve_locally=True)
app.layout = html.H1("A bare page", id="bare")
server = app.server

# Dash serves a script only after a document named it; of two workers the other one may be asked first.
with server.test_request_context("/"):
    app.index()
