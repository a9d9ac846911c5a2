"""What a meeting looks at, frozen when it starts; its minutes; what its guests may follow.

It stays in the house: the group reads it at the internal threshold. Guests read a release and nothing else.
"""
