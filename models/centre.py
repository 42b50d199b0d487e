"""The centre: one row, what its papers and numbers say of it."""

import peewee as pw

from models.base import Record


class Centre(Record):
    """Exactly one row (id 1)."""

    name = pw.CharField(max_length=60, verbose_name="中心名称")
    place = pw.CharField(max_length=20, verbose_name="地名简称")
    window = pw.CharField(max_length=60, default="“办不成事”反映窗口", verbose_name="窗口名称")
    address = pw.CharField(max_length=120, default="", verbose_name="地址")
    hours = pw.CharField(max_length=80, default="", verbose_name="办公时间")
    phone = pw.CharField(max_length=30, default="", verbose_name="窗口电话")
    supervision = pw.CharField(max_length=30, default="12345", verbose_name="监督电话")
    superior = pw.CharField(max_length=60, default="", verbose_name="报送单位")
    number_template = pw.CharField(
        max_length=60, default="BBC-{place}-{date}-{serial:03}", verbose_name="编号格式"
    )
    backup_folder = pw.CharField(max_length=260, default="", verbose_name="备份文件夹")
    demonstration = pw.BooleanField(default=False, verbose_name="演示数据")
    idle_minutes = pw.IntegerField(default=10, verbose_name="无人操作几分钟后锁定")  # 0: never
    recovery = pw.CharField(max_length=160, default="", verbose_name="恢复码")  # its hash

    class Meta:
        constraints = (
            pw.Check("id = 1"),
            pw.Check("idle_minutes >= 0"),
        )
