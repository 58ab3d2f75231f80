"""What a kind of paper (文种) demands (DC-02, 《党政机关公文处理工作条例》; GB/T 9704-2012). Words in, problems out.

Nearly all of it is told as 请看 (DOUBT): what a paper says can only be judged by who reads it. Only the 签发人 of a
paper to a higher organ must be there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from xunion_desktop.basics.problems import Level, Problem

from .words import BODY, DAY, MARK, SIGN, TITLE, TO

UPWARD_GENRES = ("请示", "报告")
ANNEX_ENDS = "---"  # what parts attachments on paper; rules know no paper, a test holds the two alike
_GENRES = "决定|通告|公告|通知|通报|意见|请示|报告|批复|函|纪要"
_ASKS = re.compile("妥否|当否|请批示|请批复|请审批|请予批准|请予批复|请予审批")
_SEVERAL = re.compile("[、，,；;\n]|(?<=[会局委府院厅])和")
_BELOW = re.compile("乡镇|基层工会|各企业|各单位|系统工会")
_QUOTED_REQUEST = re.compile("《[^》]*请示[^》]*》")
_QUOTED_NUMBER = re.compile("〔\\d{4}〕.{1,6}号")
_DAY = re.compile(r"[12]\d{3}年(?:[1-9]|1[0-2])月(?:[1-9]|[12]\d|3[01])日")

Words = Mapping[str, str]


def genre_problems(genre: str, words: Words) -> list[Problem]:
    """What is to be looked at in a paper of this kind, whatever format it is written in."""
    own = _RULES.get(genre, ())
    return [*_title(genre, words), *(found for rule in own for found in rule(words)), *_whole(words)]


def _doubt(sentence: str, word: str, remedy: str, rule: str = "DC-02") -> Problem:
    return Problem(sentence, word, Level.DOUBT, rule, remedy)


def _of(words: Words, word: str) -> str:
    return words.get(word, "").strip()


def _title(genre: str, words: Words) -> Iterator[Problem]:
    title = _of(words, TITLE).replace("\n", "")
    if "请示报告" in title:
        yield _doubt("“请示报告”不是文种。", TITLE, "要批准的写“请示”，只汇报的写“报告”。")
    elif title and genre in _GENRES.split("|") and not title.endswith(genre):
        yield _doubt(f"标题末尾没有文种“{genre}”。", TITLE, f"标题一般写成“关于……的{genre}”。")


def _signer(words: Words) -> Iterator[Problem]:
    if "签发人" not in words:
        yield _doubt("报上级的公文要写签发人，这种格式没有地方写。", TITLE, "请在格式里改用“上行文”。")
    elif not _of(words, "签发人"):
        yield Problem("上行文没有写签发人。", "签发人", Level.ERROR, "DC-02", "请写批准印发的负责人姓名。")


def _one_recipient(words: Words) -> Iterator[Problem]:
    if _SEVERAL.search(_of(words, TO).rstrip("：:")):
        yield _doubt("请示只写一个主送机关。", TO, "只留批准的机关，其他机关改为抄送。")


def _no_copies_below(words: Words) -> Iterator[Problem]:
    if _BELOW.search(_of(words, "抄送")):
        yield _doubt("请示不得抄送下级机关。", "抄送", "请去掉下级机关。")


def _contact(words: Words) -> Iterator[Problem]:
    note = _of(words, "附注")
    if "联系人" not in note or not re.search("电话|\\d{7}", note):
        yield _doubt("请示应当在附注里写联系人和电话。", "附注", "写成“联系人：×××，电话：×××”。")


def _asks(words: Words) -> Iterator[Problem]:
    if not _ASKS.search(_of(words, BODY)):
        yield _doubt("请示的末尾没有请求批准的话。", BODY, "一般写“妥否，请批示。”。")


def _asks_nothing(words: Words) -> Iterator[Problem]:
    if found := _ASKS.search(_of(words, BODY)):
        yield _doubt(f"报告不得夹带请示事项：正文里有“{found[0]}”。", BODY, "要批准的另写请示。")


def _quotes_the_request(words: Words) -> Iterator[Problem]:
    body = _of(words, BODY)
    if not _QUOTED_REQUEST.search(body):
        yield _doubt("批复没有引用来文的标题。", BODY, "开头写“你单位《关于……的请示》（……号）收悉”。")
    elif not _QUOTED_NUMBER.search(body):
        yield _doubt("批复没有引用来文的文号。", BODY, "在来文标题后面写文号，没有文号的写日期。")


def _no_letter_to_the_court(words: Words) -> Iterator[Problem]:
    if "人民法院" in _of(words, TO):
        yield _doubt("给人民法院的不用函。", TO, "请改写申请书（普通稿）。")


def _somebody_present(words: Words) -> Iterator[Problem]:
    if not _of(words, "出席"):
        yield _doubt("纪要没有写出席人员。", "出席", "写出席人员的姓名。", "DC-21")


_RULES: dict[str, tuple[Callable[[Words], Iterator[Problem]], ...]] = {
    "请示": (_signer, _one_recipient, _no_copies_below, _contact, _asks),
    "报告": (_signer, _asks_nothing),
    "批复": (_quotes_the_request,),
    "函": (_no_letter_to_the_court,),
    "纪要": (_somebody_present,),
}


def _whole(words: Words) -> Iterator[Problem]:
    """What holds for papers of every kind."""
    yield from _secrecy(words)
    yield from _attached(words)
    yield from _day(words)
    marks, signs = _of(words, MARK).splitlines(), _of(words, SIGN).splitlines()
    if len(marks) > 1 and len(signs) != len(marks):
        yield _doubt(f"标志有 {len(marks)} 个机关，署名有 {len(signs)} 个。", SIGN, "联合行文的署名要和标志一一对应。")


def _secrecy(words: Words) -> Iterator[Problem]:
    number = _of(words, "份号")
    if number and not re.fullmatch(r"\d{6}", number):
        yield _doubt("份号应当是六位数字。", "份号", "例如 000128。", "DC-10")
    elif re.search("绝密|机密|秘密", _of(words, "密级")) and not number:
        yield _doubt("涉密文件应当标注份号。", "份号", "写六位数字，例如 000128。", "DC-10")


def _attached(words: Words) -> Iterator[Problem]:
    names = [line for line in _of(words, "附件说明").splitlines() if line.strip()]
    texts = [text for text in re.split(f"(?m)^{ANNEX_ENDS}$", _of(words, "附件")) if text.strip()]
    if texts and len(names) != len(texts):
        remedy = "一行一个附件名称；几个附件之间单独写一行 ---。"
        yield _doubt(f"附件说明里有 {len(names)} 个附件，附件有 {len(texts)} 个。", "附件说明", remedy, "DC-10")
    elif not names and re.search("(?:见|详见|附)附件", _of(words, BODY)):
        yield _doubt("正文提到附件，附件说明是空的。", "附件说明", "请写附件的名称。", "DC-10")


def _day(words: Words) -> Iterator[Problem]:
    day = _of(words, DAY)
    if day and not _DAY.fullmatch(day):
        yield _doubt(f"成文日期“{day}”写法不对。", DAY, "写成 2026年8月1日，月、日前面不加 0。", "DC-10")
