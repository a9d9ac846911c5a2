"""Read side: from a session to checked frames with exact dtypes."""
