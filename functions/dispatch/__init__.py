"""dispatch: the one place that decides who hears of a case event, and in which words."""
