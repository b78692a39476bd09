"""Every read for a page of the logbook, one module a page: one dataclass in a few queries."""
