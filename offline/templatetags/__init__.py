"""Template tags of the pages that a device keeps."""
