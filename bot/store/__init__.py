"""What must survive a restart: settings of servers, feedback, conversations, questions."""
