"""Names: two codes for one character, and how a name is read and abbreviated."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import combinations, islice, pairwise, product
from typing import Any

_ONE_BY_ONE: Any = list  # pypinyin takes a list for unknown characters, its stubs do not
_MOST_READINGS = 32
_MOST_LETTERS = 400

# Private codes that older systems gave to characters which have a formal code by now. GBK left
# FE50–FEA0 to the private area U+E815–U+E864, GB 18030-2000 and -2005 kept some of them there,
# GB 18030-2022 none. An ID card, a bank and the police may each use another code for one 䶮.
_FORMER_CODES = {
    0xE76C: "€",
    0xE78D: "\ufe10\ufe12\ufe11\ufe13\ufe14\ufe15\ufe16\ufe17\ufe18\ufe19",
    0xE7C7: "ḿǹ",
    0xE7E7: "〾⿰⿱⿲⿳⿴⿵⿶⿷⿸⿹⿺⿻",
    0xE815: (
        "⺁𠂇𠂉𠃌⺄㑳㑇⺈⺋龴㖞㘚㘎⺌⺗㥮㤘龵㧏㧟㩳㧐龶龷㭎㱮㳠⺧𡗗龸"
        "⺪䁖䅟⺮䌷⺳⺶⺷𢦏䎱䎬⺻䏝䓖䙡䙌龹䜣䜩䝼䞍⻊䥇䥺䥽䦂䦃䦅䦆䦟"
        "䦛䦷䦶龺𤇾䲣䲟䲠䲡䱷䲢䴓䴔䴕䴖䴗䴘䴙䶮龻"
    ),
}
# Text copied from a PDF may hold radicals that look exactly like the characters they are.
_RADICALS = (
    "⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食"
    "⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟"
)
_ONE_CODE = {
    **{start + n: char for start, row in _FORMER_CODES.items() for n, char in enumerate(row)},
    **{code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)},
    **{ord(radical): char for radical, char in zip(_RADICALS[::2], _RADICALS[1::2], strict=True)},
    **{code: chr(code - 0xFEE0) for code in (*range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))},
    **{code: chr(code - 0xFEE0) for code in range(0xFF10, 0xFF1A)},
    **dict.fromkeys((*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))),  # variation selectors
}
# All that is not something else: spelled out, the planes beyond the first cost 5 ms at start.
_HAN = "[^\x00-\u33ff\uac00-\ud7ff\uff00-\uffff]"
_DOT = re.compile(f"(?<={_HAN})\\s*[.·•‧・･∙⋅．]\\s*(?={_HAN})")
_GAP = re.compile(f"(?<={_HAN})\\s+(?={_HAN})")

# How a character is read as a surname, where the common reading is another one.
_SURNAMES = {
    pair[0]: pair[1:]
    for pair in (
        "单shàn 仇qiú 解xiè 查zhā 査zhā 朴piáo 区ōu 翟zhái 盖gě 缪miào 曾zēng 任rén "
        "华huà 乐yuè 覃qín 员yùn 种chóng 洗xiǎn 折shé 繁pó 秘bì 黑hè 召shào 过guō "
        "哈hǎ 纪jǐ 訾zī 祭zhài 佴nài 藏zāng 撒sǎ 少shào 那nā 能nài 乜niè 卜bǔ 晟chéng "
        "於yū 相xiàng 要yāo 占zhān 句gōu 葛gě 观guàn 冠guàn 阚kàn 且jū 都dū 薄bó "
        "干gān 牟mù"
    ).split()
}
# Surnames of more than one character, with the readings that a dictionary of words gets wrong.
_COMPOUNDS = dict.fromkeys(
    "欧阳 司马 上官 诸葛 东方 皇甫 赫连 闻人 申屠 公孙 慕容 司徒 司空 司寇 轩辕 钟离 濮阳 "
    "淳于 太叔 公冶 宗政 仲孙 呼延 南宫 独孤 百里 东郭 南门 西门 端木 第五 拓跋 宇文 公羊 "
    "梁丘 左丘 公良 谷梁 漆雕 壤驷 公西 巫马 亓官 纳兰 完颜 耶律 哥舒 贺兰 贺若 颛孙 夹谷 "
    "微生 羊舌 即墨 达奚 褚师 南荣 夏侯 爱新觉罗 叶赫那拉".split(),
    "",
) | {
    "尉迟": "yù chí",
    "万俟": "mò qí",
    "长孙": "zhǎng sūn",
    "单于": "chán yú",
    "令狐": "líng hú",
    "澹台": "tán tái",
    "宰父": "zǎi fǔ",
    "鲜于": "xiān yú",
    "乐正": "yuè zhèng",
    "段干": "duàn gān",
}


def normalise(name: str) -> str:
    """The name in formal codes, one for each character (GB 18030-2022).

    Private codes, look-alike radicals and compatibility characters become the character they
    stand for, blanks between Chinese characters go, and whatever dot stands between the parts of
    a name becomes the one of GB 18030 (A1A4, `·`). Keep the name as given beside it if it differs.
    """
    formal = unicodedata.normalize("NFC", name.translate(_ONE_CODE)).strip()
    return _DOT.sub("·", _GAP.sub("", formal)) or name


def surname(name: str) -> str:
    """The family name, of one character or more; of a name of one character, itself."""
    for length in (4, 2):
        if len(name) > length and name[:length] in _COMPOUNDS:
            return name[:length]
    return name[:1]


def pinyin(name: str) -> str:
    """A name as GB/T 28039-2011 writes it: `Gōng Wěi`, `Ōuyáng Xiǎopíng`; unknown: `?`."""
    readings = _first_readings(name)
    family = len(surname(name))
    breaks = {n for n, reading in enumerate(readings) if not reading}
    cuts = sorted(breaks or {family}) if len(name) > 1 else []
    words = [readings[start:end] for start, end in pairwise([0, *cuts, len(name)])]
    return " ".join(filter(None, map(_word, words)))


def initials(name: str) -> str:
    """Every way of abbreviating a name, the likeliest first: 单小平 → `sxp sxb dxp cxp dxb cxb`.

    No more than 32 of them and 400 letters (a longer name has one). Latin letters and
    digits are kept whole, signs left out, and a character without a reading is `?`.
    """
    choices = [letters for letters in map(_letters, name, _first_readings(name)) if letters]
    if not choices:
        return ""
    most = max(1, min(_MOST_READINGS, _MOST_LETTERS // (len(choices) + 1)))
    return " ".join(islice(_likeliest_first(choices), most))


def _likeliest_first(choices: Sequence[str]) -> Iterator[str]:
    """All combinations, those with the fewest unlikely readings before the others."""
    open_places = [place for place, letters in enumerate(choices) if len(letters) > 1]
    usual = [letters[0] for letters in choices]
    for count in range(len(open_places) + 1):
        for places in combinations(open_places, count):
            for unlikely in product(*(choices[place][1:] for place in places)):
                changed = dict(zip(places, unlikely, strict=True))
                yield "".join(changed.get(place, letter) for place, letter in enumerate(usual))


def _letters(char: str, first: str) -> str:
    """The letters a character may be abbreviated to, the likeliest first, each once."""
    if not first or not first[0].isalpha():
        return first
    from pypinyin.constants import PINYIN_DICT

    readings = (first, *PINYIN_DICT.get(ord(char), "").split(","))
    return "".join(dict.fromkeys(_plain(reading) for reading in readings if reading))


def _plain(reading: str) -> str:
    return unicodedata.normalize("NFD", reading)[0].lower()


def _first_readings(name: str) -> list[str]:
    """For each character its likeliest reading, `?` for an unknown one, nothing for a sign."""
    from pypinyin import pinyin as read  # 145 ms and 20 MB: not before a name is saved

    readings = [found[0] for found in read(name, errors=_ONE_BY_ONE)]
    family = surname(name)
    if len(family) > 1 and _COMPOUNDS[family]:
        readings[: len(family)] = _COMPOUNDS[family].split()
    elif family in _SURNAMES:
        readings[0] = _SURNAMES[family]
    return [_known(char, reading) for char, reading in zip(name, readings, strict=True)]


def _known(char: str, reading: str) -> str:
    if reading != char:
        return reading
    if char.isascii():
        return char if char.isalnum() else ""
    return "?" if unicodedata.category(char) in {"Lo", "Co", "Cn"} else ""


def _word(readings: Sequence[str]) -> str:
    """Syllables as one word; an apostrophe before a, o, e keeps them apart (Xī'ān)."""
    word = ""
    for reading in filter(None, readings):
        vowel = word and _plain(reading) in "aoe" and not reading.isascii()
        word += ("'" if vowel else "") + reading
    return word[:1].upper() + word[1:]
