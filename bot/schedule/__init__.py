"""When an edition is posted, and that it is posted exactly once."""
