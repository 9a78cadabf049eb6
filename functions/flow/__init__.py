"""The dialogue with a tipster: from the first word to the filed tip."""
