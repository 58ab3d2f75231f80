"""What goes with personal data in clear."""

from datetime import datetime

import pytest

from xunion_desktop.basics.disclosure import reason_of, watermark
from xunion_desktop.basics.errors import Trouble

NOW = datetime(2026, 11, 23, 8, 31)


def test_the_line_says_for_what_by_whom_and_when():
    assert watermark("报市总核对", "王海燕", NOW) == (
        "含个人信息，仅限“报市总核对”使用，不得外传。导出人：王海燕，导出时间：2026-11-23 08:31"
    )


def test_without_log_in_nobody_is_named():
    assert watermark("报市总核对", "", NOW).endswith("不得外传。导出时间：2026-11-23 08:31")


def test_a_reason_is_one_line():
    assert reason_of(" 核对\n电话 ") == "核对电话"


@pytest.mark.parametrize("text", ["", "  ", "看", "核对", "。。。。", "1111", "看  一"])
def test_no_reason_is_refused(text):
    with pytest.raises(Trouble, match="没有写明原因"):
        reason_of(text)
