"""What `manage.py doctor` looks at. None of it prints what is secret."""
