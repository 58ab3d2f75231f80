"""首页: what is due today with its rule and its next paper, five figures that open their records, and 查找 (Ctrl+K).

It knows the rooms only by their cards: a new room appears here by what its card says.
"""
