"""The dashboard on this machine: the same pages for demo users, over a made-up half year."""
