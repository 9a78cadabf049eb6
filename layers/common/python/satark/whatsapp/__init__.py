"""What is particular to WhatsApp: its Graph API, its webhooks, its limits and its error codes."""
