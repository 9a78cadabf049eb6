"""A Cognito user pool on this machine: its sign-in page lists the demo users, without passwords.

What it is asked it takes as strictly as the real one, for the dashboard's own code signs in by it.
"""
