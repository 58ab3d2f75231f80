"""The pages of the office, opened from the window's menu 设置."""
