"""The floor: the same stack with nothing of ours in it, which every page is measured against."""
