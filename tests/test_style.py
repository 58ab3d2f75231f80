"""The budget of style (design.md §7): small files and functions, every function typed, every module explained."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FILES = sorted([*(ROOT / "xunion_desktop").rglob("*.py"), *(ROOT / "build_spec").rglob("*.py")])
FILE_LINES = 500
FUNCTION_LINES = 60
NAMES_OF_NOTHING = {"utils", "helpers", "manager", "service", "base", "common", "misc"}


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def lines_of(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def is_typed(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    given = function.args
    several = [argument for argument in (given.vararg, given.kwarg) if argument]
    arguments = [*given.posonlyargs, *given.args, *given.kwonlyargs, *several]
    own = {"self", "cls", "mcs"}
    return all(argument.annotation or argument.arg in own for argument in arguments) and function.returns is not None


def worst(kind: str, found: list[tuple[int, str]], most: int) -> str:
    return "; ".join(f"{name}: {lines} {kind}" for lines, name in sorted(found, reverse=True) if lines > most)


def test_no_file_is_longer_than_the_budget():
    found = [(len(path.read_text(encoding="utf-8").splitlines()), path.name) for path in FILES]
    assert not worst("lines", found, FILE_LINES)


def test_no_function_is_longer_than_the_budget():
    found = [(lines_of(function), f"{path.name}:{function.name}") for path in FILES for function in functions(path)]
    assert not worst("lines", found, FUNCTION_LINES)


def test_nine_functions_in_ten_have_at_most_25_lines():
    lengths = sorted(lines_of(function) for path in FILES for function in functions(path))
    assert lengths[len(lengths) * 9 // 10] <= 25


def test_half_the_files_have_at_most_120_lines():
    lengths = sorted(len(path.read_text(encoding="utf-8").splitlines()) for path in FILES)
    assert lengths[len(lengths) // 2] <= 120


def test_every_module_says_what_it_is():
    assert [path.name for path in FILES if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))] == []


def test_every_function_is_typed():
    untyped = [f"{path.name}:{f.name}" for path in FILES for f in functions(path) if not is_typed(f)]
    assert untyped == []


def test_no_module_has_a_name_of_nothing():
    assert [path for path in FILES if path.stem in NAMES_OF_NOTHING] == []


@pytest.mark.parametrize("source", ["def f(a) -> int: ...", "def f(a: int): ...", "def f(*a) -> int: ..."])
def test_an_untyped_function_is_found(source):
    assert not is_typed(ast.parse(source).body[0])
