"""The bot in Discord: the client, its commands, its chat, and the replies they share."""
