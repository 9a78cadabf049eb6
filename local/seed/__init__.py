"""A half year of cases that nobody lived through, always the same, for whoever has none yet."""
