"""Each night: one Parquet a day out of what landed, counts of each day, and the night's seal."""
