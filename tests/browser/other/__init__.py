"""The main ways in Firefox and in WebKit, as the other tests go them in Chromium."""
