"""What a person in front of Discord does: type, press, submit, and read what comes back."""
