"""A person once: name, id, phone."""
