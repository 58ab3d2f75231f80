"""What PROVEN.md tells stands in the log beside it, which is the build's own and names no place of any machine."""

import re
from pathlib import Path

import pytest

HERE = Path(__file__).parents[2] / "build_spec"
LOG = (HERE / "PROVEN.log").read_text(encoding="utf-8")
TOLD = (HERE / "PROVEN.md").read_text(encoding="utf-8")


def test_the_log_is_of_a_build_that_came_to_its_end():
    assert "没有做成" not in LOG
    assert LOG.splitlines()[-2].startswith("没有证实：")


def test_the_log_names_no_place_of_a_machine_and_no_address():
    assert re.findall(r"\S*(?:://|(?<![\d.])/\w+/)\S*", LOG) == []


@pytest.mark.parametrize(
    ("line", "in_the_log"),
    [
        (r"\| 安装程序 \|.*\| ([\d.]+ MB) \|", r"-setup\.exe，([\d.]+ MB)"),
        (r"\| 绿色版 zip \|.*\| ([\d.]+ MB) \|", r"-portable\.zip，([\d.]+ MB)"),
        (r"\| 装好的文件夹.*\| (\d+ MB) \|", r"打成一个文件夹：(\d+ MB)"),
        (r"\| ([\d,]+) 项通过", r"：(\d+) passed"),
        (r"：(\d+) 个文件、安装程序、绿色版都相同", r"再做一遍，逐个文件对照：(\d+) 个文件"),
        (r"\| 日期 \| ([\d-]+) \|", r"^工会工作台 .*，([\d-]+) "),
    ],
)
def test_its_figures_are_those_of_the_log(line, in_the_log):
    told = re.search(line, TOLD).group(1).replace(",", "")
    assert told == re.search(in_the_log, LOG, re.MULTILINE).group(1)
