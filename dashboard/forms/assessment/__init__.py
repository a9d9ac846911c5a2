"""The screens of the self-assessment, one file each, and where one is among them."""
