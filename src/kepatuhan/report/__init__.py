"""A result, an instrument or problems as text, for people or for programs. Nothing here prints or decides."""
