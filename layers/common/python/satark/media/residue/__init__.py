"""Readers of containers, one a format, written from the formats' specifications.

Each takes a file's bytes and yields a name for everything in them that is not needed to show or
play the file. They share no code with the cleaners, and no library: one may not hide what the
other forgot. What they do not know counts as residue.
"""
