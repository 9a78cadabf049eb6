"""dashboard: the web pages of the range office, the SP offices and the thanas."""
