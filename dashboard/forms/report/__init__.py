"""The assistant for the yearly report: five steps, each saved as one goes."""
