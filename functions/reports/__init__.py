"""reports: what the range office and each SP are told of a week, a fortnight or a month."""
