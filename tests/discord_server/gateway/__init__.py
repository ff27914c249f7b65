"""The websocket side: sessions, events, resuming, close codes."""
