"""Signing in: the pool asks who it is, and its token is the session.

An authorization code with PKCE, state and nonce, asked for and redeemed by the function itself:
API Gateway's own authorizer reads a header only, and pages without a script send none.
"""
