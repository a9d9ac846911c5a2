"""The desk: find a record, edit it as a row of its sheet, see what happened to it, and read files in."""
