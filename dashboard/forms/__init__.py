"""Widgets in, raw answers out; answers that must not be lost are handed to their service in the widget's callback."""
