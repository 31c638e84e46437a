"""The workbook of results: numbers that follow the answers, and one page for the head of office."""
