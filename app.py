"""The dashboard: `server` for gunicorn and flask, `python app.py` where there is neither make nor gunicorn."""

from dashboard.factory import create_app
from dashboard.serve import serve

app = create_app(__name__)
server = app.server

if __name__ == "__main__":
    serve(server, with_waitress=True)
