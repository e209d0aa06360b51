"""A bare Dash page: one heading, no callbacks, no data. The measure that all other pages are held to."""

from dash import Dash, html

app = Dash(__name__, serve_locally=True)
app.layout = html.H1("A bare page", id="bare")
server = app.server
