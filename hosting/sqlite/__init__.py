"""Django's SQLite, with connections that are kept and transactions that take turns."""
