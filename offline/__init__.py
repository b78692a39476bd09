"""What a phone keeps: the installed app, and the pages that open without a network."""
