"""Copies of the database: made, listed, put back and thrown away."""
