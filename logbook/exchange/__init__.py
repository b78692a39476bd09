"""What a person takes along: their whole record as one file, written, and taken in again."""
