"""Reading workbooks: what stands in a cell, a sheet or a file, and what is read from it or said about it."""
