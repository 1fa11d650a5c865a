"""The WSGI application, for `flask run` and `gunicorn app:app`."""

from skillprep.factory import create_app

app = create_app()
