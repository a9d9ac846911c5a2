"""What pages are made of: page head, key figures, steps, notices, charts with their table, the answer ladder."""
