"""From a schedule to a message in Discord: laid out, kept, sent, and found again."""
