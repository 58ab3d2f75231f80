"""Grassroots unions, their terms, officers and employers."""
