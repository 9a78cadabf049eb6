"""The phones page: tipsters' and officers' phones in a browser, and what the police side holds."""

from local.phones.app import create_app
from local.phones.owners import Officer
from local.phones.police_side import Store

__all__ = ["Officer", "Store", "create_app"]
