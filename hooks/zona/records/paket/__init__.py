"""Packs: what holds for many offices, by the nation and by the kind of institution, read and joined with what an office has."""
