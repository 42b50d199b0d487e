"""How a citizen may rate the service: the five levels and three sides of 国办发〔2019〕51号."""

LEVELS = ("非常满意", "满意", "基本满意", "不满意", "非常不满意")
SIDES = ("服务效率", "服务水平", "服务态度")
