"""The logbook's pages and acts, one module a subject."""
