"""What Discord refuses, written from its documentation and without a look at the bot."""
