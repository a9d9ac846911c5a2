"""The post: letters that invite and remind, their calendar entry, and the way to the mail server."""
