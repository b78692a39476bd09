"""Every write to the logbook: typed values in, the row out; one module a noun."""
