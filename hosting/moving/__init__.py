"""Moving a site into another database."""
