"""The password of a workbook that goes sealed: typed twice, told by telephone, kept nowhere."""

LEAST, MOST = 8, 15  # older Excel and WPS take no longer ones
TOLD = "密码不要写在邮件里，打电话告诉对方；程序不保存，忘了就打不开。"


def problems(password: str, again: str) -> dict[str, str]:
    if not (password.isascii() and password.isprintable()):
        return {"password": "密码只用英文字母、数字和符号，对方的电脑上才输得出来。"}
    if not LEAST <= len(password) <= MOST:
        return {"password": f"密码要 {LEAST} 到 {MOST} 位。"}
    if len(set(password)) < 3:
        return {"password": "这个密码太容易猜到，请换一个。"}
    if password != again:
        return {"again": "两次不一样，请再输一遍。"}
    return {}
