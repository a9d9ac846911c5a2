"""The network page: its choices and its picture."""
