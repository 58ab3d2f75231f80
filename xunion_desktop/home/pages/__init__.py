"""The parts of 首页 that are seen."""
