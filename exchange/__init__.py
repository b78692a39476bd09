"""What comes in and goes out as a file: a person's whole record, exported and imported."""
