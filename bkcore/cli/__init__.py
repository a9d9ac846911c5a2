"""``bk``: parse, call, print. Exit code 0 done, 1 refused by the domain, 2 wrong usage."""
