"""Document numbers, print register, numbered batches."""
