"""首页: duties of today, figures, search."""
