"""The mailbox page: the mails that the system has sent, and a half year to report on."""
