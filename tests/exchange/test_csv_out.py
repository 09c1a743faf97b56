"""What a spreadsheet is given must be text to it."""

import pytest

from workshop_app.exchange.csv_out import without_guard, write


def test_the_form_of_the_file():
    assert write(["idea", "backing"], [["Siân’s, garden", 3], ['A 24" screen', -5]]) == (
        b'\xef\xbb\xbfidea,backing\r\n"Si\xc3\xa2n\xe2\x80\x99s, garden",3\r\n"A 24"" screen",-5\r\n'
    )


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@a", "\ta", "\ra", "\na", " =1", "＝1", "'=1", "''-"])
def test_what_a_spreadsheet_might_run_is_guarded_and_comes_back(text):
    assert f"'{text}" in write([text], []).decode()
    assert without_guard(f"'{text}") == text


@pytest.mark.parametrize("text", ["'tis", "More - or less", "", "'", "1-2"])
def test_other_text_is_left_alone(text):
    assert write([text, "x"], []).decode("utf-8-sig") == f"{text},x\r\n"
    assert without_guard(text) == text


def test_a_lone_surrogate_does_not_stop_the_export():
    assert write(["a\ud800"], []) == b"\xef\xbb\xbfa?\r\n"
