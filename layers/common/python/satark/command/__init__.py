"""What an officer's request becomes on a case, however it came: by WhatsApp or the dashboard."""
