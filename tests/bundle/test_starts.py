"""The start files and pages, as text."""

import pytest
from bundling.pages import as_html, as_text, filled, template
from bundling.platforms import LINUX, WINDOWS, Platform
from bundling.starts import starts, words_of

SOURCE = "# One & two\nSome text.\n- a < b\n- c\n# Three\n- d\n"


def test_windows_files_are_ascii_with_the_line_ends_of_windows() -> None:
    files = {file.name: file.data for file in starts(WINDOWS, "3.11")}

    for name in ("Compact audit.cmd", "Compact audit (line by line).cmd", "python/python311._pth"):
        assert files[name].isascii()
        assert files[name].count(b"\n") == files[name].count(b"\r\n") > 0
    assert b'"%HERE%start.py" %*' in files["Compact audit.cmd"]
    assert b'"%HERE%start.py" --plain %*' in files["Compact audit (line by line).cmd"]


@pytest.mark.parametrize("name", ["Compact audit.cmd", "Compact audit (line by line).cmd"])
def test_every_way_out_of_a_windows_start_but_the_good_one_keeps_the_window(name: str) -> None:
    text = next(file.text for file in starts(WINDOWS, "3.11") if file.name == name)
    lines = text.splitlines()

    labels = [line[1:] for line in lines if line.startswith(":")]
    assert labels == ["not_unpacked", "no_python", "blocked", "wait"]
    assert all(f"goto {label}" in text for label in labels)
    assert lines[-2:] == ['if "%~1"=="" pause', "exit /b %ENDED%"]
    before = {label: lines[lines.index(f":{label}") - 2 : lines.index(f":{label}")] for label in labels}
    assert all("goto wait" in found for found in before.values())


def test_a_line_for_people_in_a_windows_start_has_no_sign_that_cmd_would_act_on() -> None:
    for file in starts(WINDOWS, "3.11"):
        if file.name.endswith(".cmd"):
            said = [line for line in file.text.splitlines() if line.startswith("echo") and line != "echo."]
            assert len(said) > 8
            assert not [line for line in said if set("<>|&^!") & set(line)]


def test_python_on_windows_is_kept_to_this_folder() -> None:
    (text,) = (file.text for file in starts(WINDOWS, "3.11") if file.name == "python/python312._pth")

    assert text.split() == ["python312.zip", ".", "DLLs", "Lib"]
    assert "import site" not in text


def test_on_linux_the_python_that_the_byte_code_is_for_is_tried_first() -> None:
    (text,) = (file.text for file in starts(LINUX, "3.12") if file.executable)

    assert '"$here/python/bin/python3" python3.12 python3.11 python3.13 python3 ' in text
    assert 'exec "$found" -I -S -B "$here/start.py" "$@"' in text


def test_one_text_is_a_page_to_read_in_both_forms() -> None:
    assert as_text(SOURCE) == "One & two\n---------\nSome text.\n- a < b\n- c\n\nThree\n-----\n- d\n"
    page = as_html(SOURCE)
    assert (
        "<h1>One &amp; two</h1>\n<p>Some text.</p>\n<ul>\n<li>a &lt; b</li>\n<li>c</li>\n</ul>\n<h2>Three</h2>" in page
    )
    assert page.count("<ul>") == page.count("</ul>") == 2
    assert "http" not in page.split("<body>")[0]


@pytest.mark.parametrize("platform", [LINUX, WINDOWS], ids=lambda platform: platform.id)
def test_the_page_for_it_says_what_they_ask(platform: Platform) -> None:
    words = {name: "x" for name in ("version", "computer", "needs", "native", "how")} | words_of(platform)

    page = filled("for-IT.text", words)

    assert "$" not in page
    for heading in ("What it writes", "no network", "How to allow", "How to remove", "Data protection, in five lines"):
        assert heading in page
    five = page.split("# Data protection")[1].split("# Ask")[0]
    assert five.count("\n- ") == 5
    assert "nothing of ours is signed" in page


def test_a_word_that_a_template_asks_for_and_nobody_gives_is_a_mistake() -> None:
    with pytest.raises(KeyError, match="version"):
        filled("start-here.txt", {})
    assert "$version" in template("start-here.txt")
