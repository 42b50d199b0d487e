"""How a citizen may rate the service: the five levels and three sides of 国办发〔2019〕51号."""

from models.choices import Stars

LEVELS = tuple(one.label for one in Stars)
SIDES = ("服务效率", "服务水平", "服务态度")
