"""The server's side of the outbox: what was done on a device arrives, and gets one answer."""
