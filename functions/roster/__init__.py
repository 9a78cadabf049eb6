"""roster: who is an officer, as the range office changes it. Numbers come in, and none goes out."""
