"""What exists on this Discord: users, servers, channels, messages, commands, interactions."""
