"""SQLModel tables, one file per aggregate; rows are built only by ``bkcore.services`` from validated commands."""
