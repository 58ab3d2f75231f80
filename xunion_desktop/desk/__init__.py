"""Shared Qt: theme, tables, forms, register page, import wizard, print preview, jobs, messages."""
