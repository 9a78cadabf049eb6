"""Files that people send: fetched, told apart by their bytes, cleaned, checked, kept.

`intake.Intake.keep` is the way in. Pillow, PyAV and pikepdf are imported by the child process of
`sandbox` alone, so a function that meets no media pays nothing for them.
"""
