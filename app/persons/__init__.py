"""Persons and organisations: each kept once, named rightly, masked."""
