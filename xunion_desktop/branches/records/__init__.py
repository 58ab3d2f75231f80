"""What the book keeps of grassroots unions, and the register that shows them."""
