"""The forms of the logbook: they check what was sent, and save nothing."""
