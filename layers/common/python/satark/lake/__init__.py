"""The lake: the ledger as rows to count, with nobody in them."""
