"""From sentences to terms, and from terms to the sentences that hold them."""
