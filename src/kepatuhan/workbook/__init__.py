"""Workbooks in and out: files, cells, layouts, and the answers in them. Every answer keeps its cell all the way."""
