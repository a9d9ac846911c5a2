"""Engine, pragmas, unit of work, schema."""
