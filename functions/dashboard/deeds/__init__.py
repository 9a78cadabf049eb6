"""What an officer does on a case's page: the same commands as over WhatsApp, by forms."""
