"""The lake: it follows the ledger and lands each event as a row that names nobody."""
