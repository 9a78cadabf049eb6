"""What is measured, and against which budget: `make bench` runs all of it and prints ratios."""
