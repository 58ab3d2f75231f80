"""The pages of the documents, opened from the window's menu."""
