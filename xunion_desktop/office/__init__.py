"""The own union's data, dated values, dictionaries, holidays."""
