"""Workbooks without Qt: read, find the header, map, parse, doubt, match, write."""
