"""The bot without Discord: one-shot commands and a prompt, as text or as JSON."""
