"""What the administration does with rounds, one file per thing."""
