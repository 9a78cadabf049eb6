"""officer_reply: what officers write becomes events of the case that they write about."""
