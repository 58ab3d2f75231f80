"""How long a program takes to its log-in page: measured on a screen of its own, told in one line."""

import shutil
import sys

import first_page
import pytest
from first_page import Start


def test_the_figures_are_told_in_one_line(monkeypatch):
    monkeypatch.setattr(first_page.os, "getloadavg", lambda: (1.5, 0.0, 0.0), raising=False)  # not on Windows
    measured = [Start(0.4, 0.3), Start(0.33, 0.28), Start(0.9, 0.29)]
    assert first_page.told(measured) == "中位 0.40 秒，最快 0.33 秒，处理器 0.29 秒（另有负载 1.5）"


def test_where_there_is_no_screen_to_be_made_nothing_is_measured(monkeypatch):
    monkeypatch.setattr(first_page.shutil, "which", lambda name: None)
    assert first_page.lacking() == "没有 Xvfb"


@pytest.mark.skipif(shutil.which("Xvfb") is None, reason="没有 Xvfb")
def test_a_program_that_ends_without_its_page_is_no_start(tmp_path):
    with first_page.empty_screen() as display, pytest.raises(TimeoutError):
        first_page.start([sys.executable, "-c", ""], display, tmp_path)
