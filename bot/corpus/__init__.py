"""Articles read from a folder, cut into sentences that can be checked against the file."""
