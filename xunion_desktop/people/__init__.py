"""People: a person once. Officers, members, entrants, villagers and judges all point here.

A person is found by the id number, else by name and phone; two people of one name without either stay two. Names sort
as persons' names (单 shàn, 仇 qiú), and every character of a name is kept as it was written.
"""
